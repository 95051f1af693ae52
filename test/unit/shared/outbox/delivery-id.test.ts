import { describe, expect, it } from '@jest/globals';
import { newId } from '@buitenboord/shared/ids.js';
import {
  deliveryId,
  deliveryOfRow,
  dueRowId,
  messageIdOf,
  parseMessageId,
} from '@buitenboord/shared/outbox/delivery-id.js';

describe('the names of a delivery', () => {
  it('lead from its row back to it, whatever the school’s id', () => {
    for (let n = 0; n < 200; n += 1) {
      const named = { school: newId(), id: deliveryId('mail', newId()) };
      expect(deliveryOfRow(dueRowId(named))).toEqual(named);
      expect(parseMessageId(`<${messageIdOf(named, 3)}@school.example>`)).toEqual({ ...named, revision: 3 });
    }
  });

  it('differ for the same key of another target', () => {
    expect(deliveryId('mail', 'key')).not.toBe(deliveryId('gradebook', 'key'));
  });

  it.each(['', '<>', '<a.b@c>', '<a.b.c@d>', '<a.b.1.2@c>', 'x <a.b.1@c>', '<../../etc.x.1@c>'])(
    'are not read into %j, a Message-ID of somebody else',
    (text) => {
      expect(parseMessageId(text)).toBeUndefined();
    },
  );
});
