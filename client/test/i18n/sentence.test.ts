import { describe, expect, it } from 'vitest';
import { capitalised, namesIn, speaker, type Translate } from '../../src/i18n/sentence.ts';
import { LANGUAGES_TESTED, texts } from '../texts.ts';

const speak = async (language: 'en' | 'zh') => {
  const i18n = await texts(language);
  return { say: speaker(i18n.t as unknown as Translate, language), t: i18n.t as unknown as Translate };
};

describe('sentences', () => {
  it('ids become names of the reader’s language, lists are joined as it joins them', async () => {
    const { t } = await speak('en');
    expect(namesIn(t, 'en', { seats: ['US', 'CN', 'RU'], clause: 'DN01', action: 'UA20', level: 2, war: 81 })).toMatchObject({
      seats: 'the United States, China and Russia'.replace(' and', ', and'), action: 'Mediator or emergency consultations', level: 'Measured pressure', war: '81',
    });
    const zh = await speak('zh');
    expect(namesIn(zh.t, 'zh', { seats: ['US', 'CN', 'RU'], to: 'DK' })).toEqual({ seats: '美国、中国和俄罗斯', to: '朝鲜' });
  });
  it('a refusal’s seats come joined by commas and are read as a list; other values with commas stay as they are', async () => {
    const { t } = await speak('en');
    expect(namesIn(t, 'en', { seats: 'US,CN', receivers: 'JP', text: 'US,CN' })).toEqual({ seats: 'the United States and China', receivers: 'Japan', text: 'US,CN' });
    const zh = await speak('zh');
    expect(namesIn(zh.t, 'zh', { seats: 'US,CN,RU' })).toEqual({ seats: '美国、中国和俄罗斯' });
    expect(zh.say.refusal('not-a-party', { proposal: 'p', seats: 'US,DK' })).toMatch(/美国和朝鲜/);
  });
  it('an id without a text stays itself', async () => {
    const { t } = await speak('en');
    expect(namesIn(t, 'en', { clause: 'ZZ99', proposal: 'p-12', count: 3, free: null })).toEqual({ clause: 'ZZ99', proposal: 'p-12', count: 3, free: '' });
  });
  it('a sentence begins with a capital, also after a full stop', () => {
    expect(capitalised('the United States acts. the ROK waits; the table too.')).toBe('The United States acts. The ROK waits; the table too.');
    expect(capitalised('朝鲜采取行动。')).toBe('朝鲜采取行动。');
  });
  it.each(LANGUAGES_TESTED)('%s: news, refusals and terms find their namespaces', async (language) => {
    const { say } = await speak(language);
    for (const text of [say('fold.brink', { war: 83, limit: 100 }), say('table.met', { a: 'US', b: 'DK', slot: 1 }), say.refusal('no-ap', { need: 2, have: 1 }), say.term('clause', { clause: 'DN01' })]) {
      expect(text).not.toMatch(/^(table|fold|refusals|terms)|\{\{/);
      expect(text.length).toBeGreaterThan(4);
    }
  });
});
