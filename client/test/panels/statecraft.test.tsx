/** The instruments of the higher levels in the hand: each is offered where the rules offer it, and does what it says. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import Delegation from '../../src/panels/Delegation.tsx';
import WhatNow from '../../src/panels/WhatNow.tsx';
import { press, show, tableFor } from './table.tsx';

afterEach(cleanup);
const open = (name: RegExp): void => press(screen.getByRole('button', { name, expanded: false }));

describe('M03 démarche', () => {
  it('a power joins one that stands, at its price, or stands against it', async () => {
    const table = tableFor('CN', 'standard');
    table.until('plenary');
    table.act('US', { type: 'tableDemarche', target: 'DK' });
    await show(<WhatNow />);
    expect(screen.getByText(/proposes to speak to/)).toBeTruthy();
    press(screen.getByRole('button', { name: /^Join it/ }));
    await waitFor(() => expect(table.state.craft.demarches[0]?.favour).toEqual(['US', 'CN']));
    expect(screen.queryByRole('button', { name: /^Join it/ })).toBeNull();
  });
});

describe('M04 intelligence', () => {
  it('a pair is bought in the brief and told to us alone', async () => {
    const table = tableFor('US', 'standard');
    table.until('brief');
    await show(<WhatNow />);
    open(/Intelligence/);
    table.act('US', { type: 'inquire', about: { kind: 'pair', a: 'CN', b: 'DK' } });
    cleanup();
    await show(<Delegation />);
    expect(screen.getByText(/Trust between China and DPRK: 48/)).toBeTruthy();
  });
});

describe('M10 linkage', () => {
  it('a bargain is offered, answered, and stands among our own papers', async () => {
    const table = tableFor('CN', 'full');
    table.until('bilateral', 2);
    table.act('US', { type: 'invite', to: 'CN' });
    table.act('CN', { type: 'acceptInvite', from: 'US' });
    const card = table.state.craft.cards['US']?.[0]?.id ?? '';
    table.act('US', { type: 'offerCard', card, give: { kind: 'level', level: 1 } });
    await show(<WhatNow />);
    expect(screen.getByText(/offers to draw its next red line/)).toBeTruthy();
    press(screen.getByRole('button', { name: 'Accept the bargain' }));
    await waitFor(() => expect(table.state.craft.cards['US']?.[0]).toMatchObject({ state: 'traded', buyer: 'CN' }));
  });
});

describe('M11 comparing notes', () => {
  it('is offered to powers that trust each other, with what came of it', async () => {
    const table = tableFor('US', 'full');
    table.until('plenary');
    await show(<WhatNow />);
    open(/Compare notes/);
    press(screen.getByRole('button', { name: 'Compare notes with China' }));
    await waitFor(() => expect(table.state.craft.knowledge['US']).toMatchObject([{ kind: 'notes', with: 'CN', found: false }]));
  });
});

describe('AC-5 questions of step 7', () => {
  it('a host welcomes a visitor or not', async () => {
    const table = tableFor('CN', 'standard');
    table.until('secret');
    table.act('DK', { type: 'choose', actions: [{ action: 'UA10', target: 'CN' }], dues: {}, reversals: [], denials: [], remedies: [] });
    table.advance();
    await show(<WhatNow />);
    expect(screen.getByText(/would like to visit your capital/)).toBeTruthy();
    press(screen.getByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(table.state.sealed.answers['CN']?.['DK:UA10']).toBe(false));
  });
});

describe('AC-4 coming clean', () => {
  it('an envoy of an earlier round can be disclosed with the sealed decision', async () => {
    const table = tableFor('US', 'standard');
    table.until('secret');
    table.act('US', { type: 'choose', actions: [{ action: 'UA14' }], dues: {}, reversals: [], denials: [], remedies: [] });
    table.until('secret', 2);
    await show(<WhatNow />);
    expect(screen.getByRole('heading', { name: 'Come clean' })).toBeTruthy();
    press(screen.getByRole('checkbox', { name: 'Secret bilateral envoy' }));
    press(screen.getByRole('button', { name: 'Seal the decision' }));
    await waitFor(() => expect(table.state.sealed.choices['US']?.disclose).toEqual(['UA14']));
  });
});
