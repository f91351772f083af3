import type { ReactNode } from 'react';
import { isWritten } from '@seek-justice/domain/assessment/item.ts';
import { type AgainProps, Arranged } from './arranged/arranged.tsx';
import type { QuestionProps } from './question.tsx';
import { Written } from './written/written.tsx';

/** A question of a kind that few quizzes have, to be answered or, where it is marked, to be read again. */
export default function SeldomQuestion(props: QuestionProps | AgainProps): ReactNode {
  return 'attempt' in props && isWritten(props.item) ? <Written key={props.item.id} {...props} /> : <Arranged {...props} />;
}
