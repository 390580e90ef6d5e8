/** The toolbox (`npm run -s concert -- VERB`): finds the verb and hands it its flags. */
import process from 'node:process';
import { OperatorError } from '../src/operatorError.ts';
import { operator } from './operator.ts';

const USAGE = 'usage: npm run -s concert -- simulate|replay verify|replay show|replay export|replay page|scenario check|class key|lti add|lti list|lti remove|lti invite|lti addresses [flags]';

type Verb = (args: string[]) => Promise<number> | number;
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  simulate: async () => (await import('./verbs/simulate.ts')).simulate,
  'replay verify': async () => (await import('./verbs/replay.ts')).replayVerify,
  'replay show': async () => (await import('./verbs/replay.ts')).replayShow,
  'replay export': async () => (await import('./verbs/replay.ts')).replayExport,
  'replay page': async () => (await import('./verbs/replayPage.ts')).replayPage,
  'class key': async () => (await import('./verbs/classKey.ts')).classKey,
  'lti add': async () => (await import('./verbs/lti.ts')).ltiAdd,
  'lti list': async () => (await import('./verbs/lti.ts')).ltiList,
  'lti remove': async () => (await import('./verbs/lti.ts')).ltiRemove,
  'lti invite': async () => (await import('./verbs/lti.ts')).ltiInvite,
  'lti addresses': async () => (await import('./verbs/lti.ts')).ltiAddresses,
  'scenario check': async () => {
    const { scenarioCheck } = await import('./verbs/scenarioCheck.ts');
    return (args) => scenarioCheck(args.filter((arg) => !arg.startsWith('--')), { json: args.includes('--json') });
  },
};

async function run(argv: readonly string[]): Promise<number> {
  const [first = '', second = '', ...rest] = argv;
  const two = VERBS[`${first} ${second}`];
  if (two) return (await two())(rest);
  const one = VERBS[first];
  if (one) return (await one())(argv.slice(1));
  throw new OperatorError(first === '' ? 'no verb given' : `unknown verb "${[first, second].filter((word) => word && !word.startsWith('-')).join(' ')}"`, USAGE);
}

await operator('concert', () => run(process.argv.slice(2)));
