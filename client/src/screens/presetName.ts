/** The name of a match's length: a preset of the table's own, or the plan of the class it belongs to. */
import { isPlan } from '@concert/shared/protocol/seminar';

export const presetKey = (preset: string): string => (isPlan(preset) ? `seminar:plan.${preset}` : `preset.${preset}`);
