/** The tables of a class as they ended: each recording opened here, in the reader's own browser. */
import { startTransition, useEffect, useState } from 'react';
import { createProjector, publicScenario, type View } from '@concert/shared';
import { createReel, isOpened, type Reel } from '@concert/shared/recording/index';
import type { ClassReport } from '@concert/shared/protocol/seminar';
import { fetchRecording, read } from '../../replay/sources.ts';
import { gameStore } from '../../store/gameStore.ts';

export interface ReportTable { readonly n: number; readonly code: string; readonly people: ClassReport['tables'][number]['people']; readonly surveys: ClassReport['tables'][number]['surveys']; readonly notes: ClassReport['tables'][number]['notes']; /** Null where the match has not ended or cannot be read. */ readonly reel: Reel | null; readonly view: View | null }

const texts = new Map<string, string>();
/** Lets the page answer hands between two long pieces of work. */
const breath = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });

/** Null while they load. Fetched side by side, opened one after another. */
export function useTables(report: ClassReport | null, token: string): readonly ReportTable[] | null {
  const [tables, setTables] = useState<readonly ReportTable[] | null>(null);
  useEffect(() => {
    if (!report) return;
    let gone = false;
    const fetchText = async (code: string): Promise<string | null> => {
      const known = texts.get(code);
      if (known !== undefined) return known;
      const found = await fetchRecording(code, token);
      return found.ok ? found.text : null;
    };
    const load = async (table: ClassReport['tables'][number], text: string | null): Promise<ReportTable> => {
      const none = { ...table, reel: null, view: null };
      const opened = text === null ? null : await read(text);
      if (!opened || !isOpened(opened)) return none;
      const reel = createReel(opened);
      const view = reel.viewAt(reel.length - 1, { kind: 'all' });
      if (!view.ending) return none;
      // A match that has ended does not change any more.
      if (text !== null) texts.set(table.code, text);
      return { ...table, reel, view };
    };
    void (async () => {
      const found = await Promise.all(report.tables.map(({ code }) => fetchText(code)));
      const loaded: ReportTable[] = [];
      for (const [i, table] of report.tables.entries()) {
        if (gone) return;
        loaded.push(await load(table, found[i] ?? null));
        await breath();
      }
      if (gone) return;
      const first = loaded.find((table) => table.reel)?.reel;
      // At a live table the scenario is there already.
      if (first && gameStore.getState().code === null) gameStore.setState({ scenario: publicScenario(first.opened.scenario) });
      startTransition(() => setTables(loaded));
    })();
    return () => { gone = true; };
  }, [report, token]);
  return tables;
}

/** What everybody may see of a table before the debrief comes to its secrets. */
export const sealedView = (reel: Reel): View => createProjector(reel.opened.scenario, { kind: 'public' })(reel.stateAt(reel.length - 1), true);
