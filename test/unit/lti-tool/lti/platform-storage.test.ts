import { describe, expect, it } from '@jest/globals';
import { storagePlaceOf } from '@buitenboord/lti-tool/lti/platform-storage.js';
import { aPlatformRecord } from '../../../support/records.js';

describe('where a platform keeps things for us', () => {
  it('is asked at the origin of its registered authorization page, and nobody else is believed', () => {
    const platform = aPlatformRecord({
      school: 's',
      authUrl: 'https://sso.lms.example:8443/auth?x=1',
      issuer: 'https://lms.example',
    });
    const origin = 'https://sso.lms.example:8443';
    expect(storagePlaceOf(platform, 'frame')).toEqual({ target: 'frame', postTo: origin, answersFrom: origin });
  });

  it.each(['canvas', 'Canvas'])('takes any origin for %s, which answers from the school’s own address', (product) => {
    const platform = aPlatformRecord({ school: 's', product });
    expect(storagePlaceOf(platform, 'post_message_forwarding')).toEqual({
      target: 'post_message_forwarding',
      postTo: '*',
    });
  });
});
