import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import type { MediaFile } from '@seek-justice/domain/curriculum/media.ts';
import type { FieldForm } from '@seek-justice/domain/curriculum/form.ts';
import type { Json } from '@seek-justice/domain/kernel/canonical.ts';
import { useAuthorWords } from '../../../i18n/author-words.ts';
import { useEditing } from '../editing.ts';
import { type Answered, replacing } from './replacing.ts';
import { SendingRow } from './sending-row.tsx';
import { ShownFile } from './shown-file.tsx';
import { useDelivery } from './use-delivery.ts';

interface Props {
  field: FieldForm & { kind: 'media' };
  value: Json;
  path: string[];
  /** The answer about the people in a picture, which is given for one picture and not for the next. */
  consent: Json | undefined;
}

/** A file of a block: chosen, dropped or pasted; on its way; there, to be replaced and put back. */
export function MediaField({ field, value, path, consent }: Props): ReactNode {
  const { t, say } = useAuthorWords();
  const { edit, mayWrite, store } = useEditing();
  const [before, setBefore] = useState<Answered | null>(null);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { type } = field;
  const media = value as unknown as MediaFile | null;
  const put = (next: Answered): void => replacing(path, { media: value, consent }, next).forEach((one) => edit(one));
  const waiting = useDelivery({
    of: store.state.document.id,
    at: path.join('/'),
    use: type,
    active: mayWrite,
    onDone: (made) => {
      const next = made as unknown as Json;
      if (value !== null && JSON.stringify(next) !== JSON.stringify(value)) setBefore({ media: value, consent });
      // Who agreed to one picture has not agreed to another.
      put({ media: next, consent: null });
    },
  });
  if (!mayWrite) return media ? <ShownFile media={media} type={type} label={say(`block.${type}`)} /> : <p className="faint">{t('media.none')}</p>;
  const choose = (files: FileList | null | undefined): boolean => {
    const file = [...(files ?? [])].find((one) => one.type.startsWith(`${type}/`)) ?? files?.[0];
    if (file) waiting.send(file);
    return file !== undefined;
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files);
  };
  const paste = (event: ClipboardEvent): void => {
    if (choose(event.clipboardData.files)) event.preventDefault();
  };
  return (
    <div
      className={over ? 'md-field is-over' : 'md-field'}
      data-field={field.key}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
    >
      {media && <ShownFile media={media} type={type} label={say(`block.${type}`)} />}
      {waiting.state && <SendingRow state={waiting.state} waiting={waiting} />}
      {before && !waiting.state && (
        <p className="undo" role="status">
          {t(type === 'image' ? 'media.replacedPicture' : 'media.replaced')}{' '}
          <button
            type="button"
            className="plain"
            onClick={() => {
              put(before);
              setBefore(null);
            }}
          >
            {t('media.putBack')}
          </button>
        </p>
      )}
      {(!waiting.state || waiting.state.phase === 'refused') && (
        <p className="md-do">
          <button type="button" className={media ? 'plain' : 'md-choose'} onClick={() => input.current?.click()}>
            {say(media ? `media.replace.${type}` : `media.choose.${type}`)}
          </button>
          <span className="hint">{t(type === 'image' ? 'media.howPicture' : 'media.how')}</span>
        </p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={`${type}/*`}
        aria-label={say(`media.choose.${type}`)}
        onChange={({ target }) => {
          choose(target.files);
          target.value = '';
        }}
      />
    </div>
  );
}
