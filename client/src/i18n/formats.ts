/** The formatters of a language, made once: making one takes longer than all it will ever format, and a page of sentences asks for hundreds. */
const made = new Map<string, Intl.NumberFormat | Intl.ListFormat>();
function once<T extends Intl.NumberFormat | Intl.ListFormat>(key: string, make: () => T): T {
  let format = made.get(key);
  if (!format) made.set(key, (format = make()));
  return format as T;
}

/** Numbers as they stand. */
export const numbersOf = (language: string): Intl.NumberFormat => once(`n ${language}`, () => new Intl.NumberFormat(language));
/** Numbers with their sign, nought without. */
export const signsOf = (language: string): Intl.NumberFormat => once(`s ${language}`, () => new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }));
/** Lists joined by "and". */
export const listsOf = (language: string): Intl.ListFormat => once(`l ${language}`, () => new Intl.ListFormat(language, { type: 'conjunction' }));
