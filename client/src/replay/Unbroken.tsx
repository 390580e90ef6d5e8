/** Keeps a recording that the table cannot draw from taking the page with it: a file may hold anything. */
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../screens/Page.tsx';
import { DropZone, FileButton } from './Drop.tsx';

export class Unbroken extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError(): { readonly broken: boolean } { return { broken: true }; }
  override render(): ReactNode { return this.state.broken ? <Broken /> : this.props.children; }
}

function Broken() {
  const { t } = useTranslation('replay');
  return (
    <Page title={t('broken.title')}>
      <DropZone />
      <section className="sheet card narrow" role="alert"><h1>{t('broken.title')}</h1><p>{t('broken.body')}</p><p className="row"><FileButton /><Link className="btn" href="/library">{t('library')}</Link></p></section>
    </Page>
  );
}
