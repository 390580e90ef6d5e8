/** Studying a recording: notes and chapters of one's own, kept beside it or carried off in it, and going on from here as a live match. */
import { useTranslation } from 'react-i18next';
import { Continue } from './Continue.tsx';
import { Notes } from './Notes.tsx';
import './study.css';

export default function StudyPanel() {
  const { t } = useTranslation('replay');
  return <div className="study"><h2>{t('study')}</h2><Notes /><Continue /></div>;
}
