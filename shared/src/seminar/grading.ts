/** The grading sheet of a class: one row a person, what they did and what their seat came to. An aid to judgement, not a grade. */
import Papa from 'papaparse';

export interface Graded { readonly name: string; readonly alias: string; readonly table: number | null; readonly seat: string | null; readonly office: string | null; readonly acts: number; readonly messages: number; readonly words: number; readonly surveyed: boolean; readonly outcome: string | null; readonly score: number | null; readonly par: number | null }
export const GRADING_COLUMNS = ['name', 'alias', 'table', 'seat', 'office', 'acts', 'messages', 'words', 'surveyed', 'outcome', 'score', 'par'] as const satisfies readonly (keyof Graded)[];

/** CSV with a head line and the byte order mark spreadsheets want; cells that look like formulas are made harmless. */
export const gradingSheet = (rows: readonly Graded[]): string => `\uFEFF${Papa.unparse({ fields: [...GRADING_COLUMNS], data: rows.map((row) => GRADING_COLUMNS.map((column) => row[column] ?? '')) }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
