/** The survey before anything is revealed: how it felt, whom one trusts, who is thought to have kept their word. */
import { useCallback, useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Survey as Answers } from '@concert/shared/protocol/seminar';
import { Waiting } from '../frame/Waiting.tsx';
import { Flag } from '../frame/SeatMark.tsx';
import { useSentence } from '../i18n/sentence.ts';
import { getScenario } from '../net/api.ts';
import { classDoor, myPlace, sayConsent, sendSurvey } from '../net/classes.ts';
import { matchPath } from '../screens/home/enter.ts';
import { Page } from '../screens/Page.tsx';
import { useLoad } from '../store/useLoad.ts';
import { placeToken } from './keys.ts';
import './seminar.css';

const FACTORS = ['outcome', 'self', 'process', 'relationship'] as const;
const RATINGS = ['trust', 'kept'] as const;
const MIDDLE = 5;

export default function Survey({ code }: { readonly code: string }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const token = placeToken(code) ?? '';
  const { answer } = useLoad(useCallback(async () => {
    const [door, place] = await Promise.all([classDoor(location.origin, code), myPlace(location.origin, code, token)]);
    if (!door.ok) return door;
    if (!place.ok) return place;
    const scenario = await getScenario(location.origin, door.value.scenario);
    return scenario.ok ? { ok: true as const, value: { place: place.value, seats: scenario.value.seats.map(({ id }) => id) } } : scenario;
  }, [code, token]));
  if (!answer) return <Page title={t('survey.title')}><Waiting /></Page>;
  if (!answer.ok) return <Page title={t('survey.title')}><section className="sheet card narrow"><h1>{t('survey.title')}</h1><p>{say.refusal(answer.code, { match: code, ...answer.params })}</p><p><Link className="btn" href={`/class/${code}`}>{t('desk.toDoor')}</Link></p></section></Page>;
  const { place, seats } = answer.value;
  return <Page title={t('survey.title')}><Form code={code} token={token} table={place.table} seats={seats.filter((seat) => seat !== place.seat)} consent={place.consent} /></Page>;
}

function Form({ code, token, table, seats, consent }: { readonly code: string; readonly token: string; readonly table: string | null; readonly seats: readonly string[]; readonly consent: boolean | null }) {
  const { t } = useTranslation('seminar');
  const say = useSentence();
  const [felt, setFelt] = useState<Partial<Record<(typeof FACTORS)[number], number>>>({});
  const [rated, setRated] = useState<Record<(typeof RATINGS)[number], Record<string, number>>>({ trust: {}, kept: {} });
  const [text, setText] = useState('');
  const [agrees, setAgrees] = useState(consent);
  const [told, setTold] = useState<string | null>(null);
  const whole = FACTORS.every((factor) => felt[factor] !== undefined);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // A slider nobody touched says nothing.
    const answers = { ...felt, trust: rated.trust, kept: rated.kept, text } as Answers;
    const done = await sendSurvey(location.origin, code, token, answers);
    if (done.ok && agrees !== null) await sayConsent(location.origin, code, token, agrees);
    setTold(done.ok ? t('survey.thanks') : say.refusal(done.code, done.params));
  };
  return (
    <form className="seminar-setup seminar-survey" onSubmit={(event) => void submit(event)}>
      <header className="stack"><h1>{t('survey.title')}</h1><p>{t('survey.lead')}</p></header>
      <section className="sheet card"><h2>{t('survey.felt')}</h2>
        {FACTORS.map((factor) => (
          <fieldset key={factor} className="seminar-scale"><legend>{t(`survey.${factor}`)}</legend>
            <div className="row"><span className="hint">{t('survey.least')}</span>{[1, 2, 3, 4, 5, 6, 7].map((n) => <label key={n} className="seminar-point"><input type="radio" name={factor} value={n} checked={felt[factor] === n} onChange={() => setFelt({ ...felt, [factor]: n })} />{n}</label>)}<span className="hint">{t('survey.most')}</span></div>
          </fieldset>
        ))}
      </section>
      {RATINGS.map((name) => (
        <section key={name} className="sheet card"><h2>{t(`survey.${name}`)}</h2><p className="hint">{t(`survey.${name}.help`)}</p>
          {seats.map((seat) => <label key={seat} className="seminar-range"><span className="row"><Flag seat={seat} />{t(`scenario:seat.${seat}.name`)}</span><input type="range" min={0} max={10} value={rated[name][seat] ?? MIDDLE} onChange={(event) => setRated({ ...rated, [name]: { ...rated[name], [seat]: Number(event.target.value) } })} /><output>{rated[name][seat] ?? '–'}</output></label>)}
        </section>
      ))}
      <section className="sheet card"><h2>{t('survey.words')}</h2><label className="field"><span className="sr">{t('survey.words')}</span><textarea className="input" rows={4} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} /></label></section>
      <section className="sheet card"><h2>{t('survey.consent')}</h2><p>{t('survey.consent.help')}</p>
        <p className="row">{([true, false] as const).map((yes) => <button key={String(yes)} type="button" className="btn" aria-pressed={agrees === yes} onClick={() => setAgrees(yes)}>{t(yes ? 'survey.consent.yes' : 'survey.consent.no')}</button>)}</p>
      </section>
      <p className="row between seminar-go"><span role="status">{told ?? (whole ? '' : t('survey.incomplete'))}</span><span className="row">{table !== null && <Link className="btn" href={matchPath(table)}>{t('survey.back')}</Link>}<Button type="submit" className="btn btn-main" isDisabled={!whole}>{t('survey.send')}</Button></span></p>
    </form>
  );
}
