/** The tick beside a recording, and the bar that leads to the comparison once two are ticked. */
import { GitCompareArrows } from 'lucide-react';
import { Button, Checkbox } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { comparePath, COMPARE_PATH } from '../replay/compare/paths.ts';
import { clearChosen, toggleChosen, useChosen, type Chosen } from './chosen.ts';

export function CompareTick({ id, name }: Chosen) {
  const { t } = useTranslation('replay');
  const on = useChosen().some((each) => each.id === id);
  return <Checkbox className="library-tick" isSelected={on} onChange={() => toggleChosen({ id, name })} aria-label={t('library.compare', { name })}><span className="library-box" aria-hidden="true">{on ? '✓' : ''}</span>{t('library.compare.short')}</Checkbox>;
}

export function CompareBar() {
  const { t } = useTranslation('replay');
  const [a, b] = useChosen();
  return (
    <div className="library-compare" role="status">
      {!a && <Link className="btn" href={COMPARE_PATH}><GitCompareArrows size={16} aria-hidden="true" />{t('compare')}</Link>}
      {a && <div className="sheet library-compare-bar"><span>{t(b ? 'library.compare.two' : 'library.compare.one')} <span className="hint">{[a, b].flatMap((each) => (each ? [each.name] : [])).join(' · ')}</span></span>
        {b && <Link className="btn btn-main" href={comparePath(a.id, b.id)}><GitCompareArrows size={16} aria-hidden="true" />{t('compare.go')}</Link>}
        <Button className="btn" onPress={clearChosen}>{t('library.compare.clear')}</Button></div>}
    </div>
  );
}
