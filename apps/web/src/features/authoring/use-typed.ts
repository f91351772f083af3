import { useState } from 'react';

interface Typed<V> {
  /** What stands in the field. */
  text: string;
  type: (text: string) => void;
  /** `take` says whether what was typed, over which value, was taken; else it stays as it is. */
  leave: (take: (text: string, over: V) => boolean) => void;
  /** Something else was chosen. */
  drop: () => void;
}

/** A field that is kept as a whole when it is left: what somebody else makes of its value meanwhile takes nothing away that is being typed. */
export function useTyped<V>(value: V, shown: string): Typed<V> {
  const [typing, setTyping] = useState<{ text: string; over: V } | null>(null);
  return {
    text: typing?.text ?? shown,
    type: (text) => setTyping({ text, over: typing ? typing.over : value }),
    leave: (take) => {
      if (typing && take(typing.text, typing.over)) setTyping(null);
    },
    drop: () => setTyping(null),
  };
}
