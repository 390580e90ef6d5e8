import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import WhatNow from '../../src/panels/WhatNow.tsx';
import Composer from '../../src/panels/Composer.tsx';
import Relations from '../../src/panels/Relations.tsx';
import { show, tableFor } from './table.tsx';
afterEach(cleanup);
it('probe', async () => {
  const table = tableFor('US');
  for (const phase of ['dawn','brief','declaration','bilateral','plenary','secret','crisis','reveal'] as const) {
    try { table.until(phase); } catch (e) { console.log(phase, String(e)); }
    const r = await show(<WhatNow />);
    console.log(table.state.round, table.state.phase, r.container.textContent);
    r.unmount();
  }
  const r = await show(<Composer />); console.log(r.container.textContent?.slice(0, 600)); r.unmount();
  const q = await show(<Relations />, 'zh'); console.log(q.container.textContent);
  expect(screen).toBeTruthy();
});
