import { describe, expect, it } from 'vitest';
import { firstLanguage } from '../../src/i18n/languages.ts';

describe('the first language', () => {
  it('is the address’s wish, else what was chosen, else the browser’s, else English', () => {
    expect(firstLanguage('?lang=zh', 'en', ['en-GB'])).toBe('zh');
    expect(firstLanguage('', 'zh', ['en-GB'])).toBe('zh');
    expect(firstLanguage('', null, ['fr-FR', 'zh-TW'])).toBe('zh');
    expect(firstLanguage('?lang=xx', null, ['fr-FR'])).toBe('en');
  });
});
