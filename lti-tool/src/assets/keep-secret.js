// Between login and launch: where the browser keeps no cookies in this frame, the platform keeps the login's secret. Then on, whatever came of it.

import { openPlatformStorage } from './platform-storage.js';

const { key, value, storage } = JSON.parse(document.querySelector('[data-keep]').dataset.keep);
const keepsCookies = document.cookie.includes('__Host-probe=1');

if (!keepsCookies) await (await openPlatformStorage(storage)).put(key, value);
location.replace(document.querySelector('[data-storage-next]').href);
