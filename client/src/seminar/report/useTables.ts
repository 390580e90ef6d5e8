/** The tables of a class as they ended: each recording opened here, in the reader's own browser. */
import { useEffect, useState } from 'react';
import { publicScenario, type View } from '@concert/shared';
import { createReel, isOpened, type Reel } from '@concert/shared/recording/index';
import type { ClassReport } from '@concert/shared/protocol/seminar';
import { fetchRecording, read } from '../../replay/sources.ts';
import { gameStore } from '../../store/gameStore.ts';

export interface ReportTable { readonly n: number; readonly code: string; readonly people: ClassReport['tables'][number]['people']; readonly surveys: ClassReport['tables'][number]['surveys']; /** Null where the match has not ended or cannot be read. */ readonly reel: Reel | null; readonly view: View | null }

/** Null while they load. */
export function useTables(report: ClassReport | null, token: string): readonly ReportTable[] | null {
  const [tables, setTables] = useState<readonly ReportTable[] | null>(null);
  useEffect(() => {
    if (!report) return;
    let gone = false;
    const load = async (table: ClassReport['tables'][number]): Promise<ReportTable> => {
      const none = { ...table, reel: null, view: null };
      const found = await fetchRecording(table.code, token);
      const opened = found.ok ? await read(found.text) : null;
      if (!opened || !isOpened(opened)) return none;
      const reel = createReel(opened);
      const view = reel.viewAt(reel.length - 1, { kind: 'all' });
      return view.ending ? { ...table, reel, view } : none;
    };
    void Promise.all(report.tables.map(load)).then((loaded) => {
      if (gone) return;
      const first = loaded.find((table) => table.reel)?.reel;
      if (first) gameStore.setState({ scenario: publicScenario(first.opened.scenario) });
      setTables(loaded);
    });
    return () => { gone = true; };
  }, [report, token]);
  return tables;
}
