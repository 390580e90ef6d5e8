/** While something loads: one line, said once. */
import { useTranslation } from 'react-i18next';

export function Waiting({ what = 'waiting' }: { readonly what?: string }) {
  const { t } = useTranslation();
  return <p className="waiting" role="status">{t(what)}</p>;
}
