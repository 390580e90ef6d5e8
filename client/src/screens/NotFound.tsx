/** An address that leads nowhere. */
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from './Page.tsx';

export default function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <section className="sheet card narrow"><h1>{t('notFound.title')}</h1><p>{t('notFound.text')}</p><p><Link className="btn btn-main" href="/">{t('backHome')}</Link></p></section>
    </Page>
  );
}
