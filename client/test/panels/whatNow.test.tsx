/** "What now" on the real engine: one sentence a phase, exactly the legal acts, and what is sent reaches the rules. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import WhatNow, { momentOf } from '../../src/panels/WhatNow.tsx';
import { press, show, tableFor } from './table.tsx';

afterEach(cleanup);
const dock = () => within(document.querySelector('.pn-dock') as HTMLElement);

describe('PH phases', () => {
  it('PH-3 declaration: five levels with their price at home, sealed and shown again after a reload', async () => {
    const table = tableFor('US');
    table.until('declaration');
    const { unmount } = await show(<WhatNow />);
    expect(screen.getAllByRole('radio')).toHaveLength(5);
    // RL-6: the hawkish capital applauds level 3, punishes level 0.
    expect(screen.getByRole('radio', { name: /3 · Firm sanctions/ }).closest('label')?.textContent).toContain('+2');
    expect(screen.getByRole('radio', { name: /0 · No red line/ }).closest('label')?.textContent).toContain('−3');
    press(screen.getByRole('radio', { name: /2 · Measured/ }));
    press(dock().getByRole('button', { name: 'Seal' }));
    await waitFor(() => expect(table.state.sealed.declarations['US']).toBe(2));
    unmount();
    await show(<WhatNow />);
    expect(screen.getByRole('radio', { name: /2 · Measured/ })).toHaveProperty('checked', true);
    expect(momentOf(table.view())).toBe('now.declaration.sealed');
  });

  it('PH-4 bilaterals: an invitation is sent, accepted and leads to talk and text', async () => {
    const table = tableFor('US');
    table.until('bilateral');
    await show(<WhatNow />);
    press(screen.getByRole('button', { name: /Invite: the DPRK/ }));
    await waitFor(() => expect(table.state.invitations).toEqual([{ from: 'US', to: 'DK' }]));
    table.act('DK', { type: 'acceptInvite', from: 'US' });
    expect(await screen.findByText(/You are meeting the DPRK/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Write a text for two' })).toBeTruthy();
  });

  it('PH-6 ready and not yet', async () => {
    const table = tableFor('CN');
    table.until('plenary');
    await show(<WhatNow />);
    press(screen.getByRole('button', { name: 'Ready' }));
    await waitFor(() => expect(table.state.ready).toContain('CN'));
    press(await screen.findByRole('button', { name: 'Not yet' }));
    await waitFor(() => expect(table.state.ready).not.toContain('CN'));
  });

  it('VI a spectator sees the same phases and no control', async () => {
    const table = tableFor(null);
    for (const phase of ['declaration', 'bilateral', 'plenary', 'secret', 'reveal'] as const) {
      table.until(phase);
      const { unmount } = await show(<WhatNow />);
      expect(screen.queryAllByRole('button').filter((button) => !button.closest('.pn-fold'))).toEqual([]);
      unmount();
    }
  });

  it('every phase has its sentence in both languages', async () => {
    for (const language of ['en', 'zh'] as const) {
      const table = tableFor('DK');
      for (const phase of ['dawn', 'declaration', 'bilateral', 'plenary', 'secret', 'reveal'] as const) {
        table.until(phase);
        const { unmount } = await show(<WhatNow />, language);
        expect(screen.getByRole('heading', { level: 2 }).textContent).not.toMatch(/now\.|\{\{/);
        expect(document.body.textContent).not.toMatch(/\{\{|panels:|scenario:|refusals:/);
        unmount();
      }
    }
  });
});

describe('SI side-taking', () => {
  it('SI-4 names the provoker, spells out both answers and what silence means', async () => {
    const table = tableFor('CN');
    table.until('secret');
    table.act('DK', { type: 'choose', actions: [{ action: 'UA01' }], dues: {}, reversals: [], denials: [], remedies: [] });
    table.advance();
    expect(table.state.phase).toBe('crisis');
    await show(<WhatNow />);
    expect(screen.getByText(/The DPRK: Nuclear test/)).toBeTruthy();
    // CON 48 at the start: silence would back.
    expect(screen.getByText(/Silence counts as backing/)).toBeTruthy();
    press(screen.getByRole('button', { name: /^Restrain/ }));
    await waitFor(() => expect(table.state.sealed.sides['CN']).toBe('restrain'));
    expect(screen.getByRole('button', { name: /^Restrain/ }).getAttribute('aria-pressed')).toBe('true');
  });

  it('SI-3 a seat that is no patron watches', async () => {
    const table = tableFor('RU');
    table.until('secret');
    table.act('DK', { type: 'choose', actions: [{ action: 'UA01' }], dues: {}, reversals: [], denials: [], remedies: [] });
    table.advance();
    await show(<WhatNow />);
    expect(screen.queryByRole('button', { name: /^Back/ })).toBeNull();
    expect(screen.getByText(/Sealed choices are awaited/)).toBeTruthy();
  });
});
