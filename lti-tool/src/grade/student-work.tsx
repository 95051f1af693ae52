import type { VNode } from 'preact';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import type { SettleView } from './settle-view.js';

/** What the student handed in, newest version; while nothing was, what is ready so far. */
export function StudentShowed({ text, url, row, handIn, name }: SettleView & { name: string }): VNode {
  const words = handIn?.text ?? row.work?.draft ?? '';
  const shown = handIn ? row.evidence.filter(({ id }) => handIn.evidence.includes(id)) : row.evidence;
  return (
    <>
      <h2>{text('settle.showed', { name })}</h2>
      {!handIn && <p class="note">{text(shown.length > 0 || words ? 'settle.draftOnly' : 'settle.nothingShown')}</p>}
      {shown.length > 0 && (
        <div class="gallery">
          {shown.map((item) => (
            <Piece key={item.id} {...{ text, item, url }} />
          ))}
        </div>
      )}
      {words && <blockquote class="lines note">{words}</blockquote>}
      {handIn && (
        <p class="soft small">
          {text('settle.handedIn', { at: formatMoment(text.locale, handIn.handedInAt), version: handIn.number })}
        </p>
      )}
    </>
  );
}

// No `download` on the links: for that Chromium leaves a frame's partitioned cookies at home. The answers are attachments anyway.
function Piece({
  text,
  item,
  url,
}: Pick<SettleView, 'text' | 'url'> & { item: SettleView['row']['evidence'][number] }): VNode {
  const address = url(`/evidence/${item.id}`);
  if (item.kind === 'video')
    return <video controls preload="metadata" src={address} aria-label={text('evidence.video')} />;
  if (item.kind === 'photo') {
    return (
      <a href={address}>
        <img loading="lazy" src={address} alt={text('evidence.photo')} width={item.width} height={item.height} />
      </a>
    );
  }
  return (
    <a class="card" href={address}>
      {text('settle.document')}
    </a>
  );
}

/** The company's levels with the behaviour they stand for. */
export function CompanySaw({ text, activity, row }: SettleView): VNode {
  const { judgement, invitation, placement } = row;
  return (
    <>
      <h2>{text('settle.companySaw')}</h2>
      {judgement?.complaint && (
        <p class="note stop">
          {text('settle.complaint')} {judgement.complaint}
        </p>
      )}
      {judgement?.state !== 'done' ? (
        <p class="soft">{text('settle.companyNotYet')}</p>
      ) : (
        <>
          <ul class="plain">
            {activity.rubric.map((criterion, index) => {
              const level = judgement.levels[index];
              return level ? (
                <li key={criterion.title}>
                  {criterion.title}: <b>{text(`level.${level}`)}</b>{' '}
                  <span class="soft">{criterion.behaviour[level]}</span>
                </li>
              ) : null;
            })}
          </ul>
          {judgement.remark && (
            <blockquote class="lines note">
              <span class="soft small">{text('settle.companySays')}</span>
              {`\n${judgement.remark}`}
            </blockquote>
          )}
          {invitation?.doneAt && (
            <p class="soft small">
              {text('settle.companyDone', {
                who: placement?.contactName ?? '',
                at: formatMoment(text.locale, invitation.doneAt),
              })}
            </p>
          )}
        </>
      )}
    </>
  );
}
