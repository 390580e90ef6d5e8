/** Reads what earlier formats of the file wrote as today's: one step a format. Entries are upgraded by the engine (engine/upgrade.ts). */
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Format 1 named its scenario by id and hash only; it is looked up where the file is opened. */
function fromFirst(header: Readonly<Record<string, unknown>>, find: (scenario: string) => unknown): Readonly<Record<string, unknown>> {
  const { scenario } = header;
  if (!isObject(scenario)) return header;
  const data = find(String(scenario['id']));
  return { ...header, version: 2, scenario: { ...scenario, ...(isObject(data) ? { data: JSON.parse(JSON.stringify(data)) as unknown } : {}) } };
}

/** The header as today's format has it; a scenario that is nowhere to be found is simply missing from it. */
export const upgradeHeader = (header: Readonly<Record<string, unknown>>, find: (scenario: string) => unknown): Readonly<Record<string, unknown>> =>
  (header['version'] === 1 ? fromFirst(header, find) : header);
