import { Fragment, type ReactNode } from 'react';
import { useReading } from '../../blocks/reading.ts';
import { cardAddress, codeGroups, typedAddress } from './code-groups.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { useSiteData } from './site-data.tsx';
import { useStaffWords } from './words.ts';

const NUMBERS = 3;
const STEPS = ['card.step1', 'card.step2', 'card.step3'] as const;

/**
 * The card as it is handed over: code, square, three steps, numbers to call. First in the learner's language, small
 * in the others. It names no organisation, no subject and no person.
 */
export function CodeCard({ code }: { code: string }): ReactNode {
  const { say } = useStaffWords();
  const { languages } = useSiteData();
  const { contacts } = useReading();
  const [first = 'km', ...others] = languages;
  const title = [first, ...others].map((lang) => say(lang)('card.title'));
  const address = typedAddress(location.origin);
  const inFirst = say(first);
  return (
    <div className="code-card" lang={first}>
      <p className="card-title">{title.join(' · ')}</p>
      <QrCode text={cardAddress(location.origin, code)} label={inFirst('card.qr')} />
      <ol className="card-steps">
        {STEPS.map((step) => (
          <li key={step}>
            {inFirst(step, { address })}
            {others.map((lang) => (
              <small key={lang} lang={lang}>
                {say(lang)(step, { address })}
              </small>
            ))}
          </li>
        ))}
      </ol>
      <p className="card-code">
        <small>
          {inFirst('card.code')}
          {others.map((lang) => (
            <span key={lang} lang={lang}>{` · ${say(lang)('card.code')}`}</span>
          ))}
        </small>
        <b>
          {codeGroups(code).map((group, index) => (
            // Positions of a code never move.
            <Fragment key={index}>
              {index > 0 && ' '}
              <span>{group}</span>
            </Fragment>
          ))}
        </b>
      </p>
      <p className="card-help">
        <span>{inFirst('card.help')}</span>
        {contacts.slice(0, NUMBERS).map(({ id, number, kind }) => (
          <span key={id} className="card-number">
            <b>{number}</b> {inFirst(`card.kind.${kind}`)}
          </span>
        ))}
      </p>
    </div>
  );
}
