import sharp from 'sharp';

export interface PhotoWanted {
  width?: number;
  height?: number;
  /** EXIF orientation, 1–8. */
  orientation?: number;
}

/** A JPEG as a phone makes it: with a place, a maker and a comment in its EXIF. */
export function aPhoneJpeg({ width = 400, height = 300, orientation = 1 }: PhotoWanted = {}): Promise<Buffer> {
  return sharp({
    create: { width, height, channels: 3, background: '#446688', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  })
    .withExif({
      IFD0: {
        Make: 'Fixture',
        Model: 'Phone 1',
        Orientation: String(orientation),
        ImageDescription: 'SECRET-DESCRIPTION',
      },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 22/1 12/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '4/1 52/1 48/1',
      },
    })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}

/** An MP4 box. */
export function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(body.length + 8, 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

/** The same with a 64-bit size. */
function wideBox(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const header = Buffer.alloc(16);
  header.writeUInt32BE(1, 0);
  header.write(type, 4, 'latin1');
  header.writeBigUInt64BE(BigInt(body.length + 16), 8);
  return Buffer.concat([header, body]);
}

export function u32(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeUInt32BE(number, index * 4));
  return bytes;
}

const ascii = (words: string): Buffer => Buffer.from(words, 'latin1');

function track(handler: string, samples: { at: number; bytes: number }[], ...extra: readonly Uint8Array[]): Buffer {
  const stbl = box(
    'stbl',
    box('stsd', u32(0, 0)),
    box('stsc', u32(0, 1, 1, 1, 1)),
    box('stsz', u32(0, 0, samples.length, ...samples.map(({ bytes }) => bytes))),
    box('stco', u32(0, samples.length, ...samples.map(({ at }) => at))),
  );
  const hdlr = box('hdlr', u32(0, 0), ascii(handler), u32(0, 0, 0), ascii('Handler\0'));
  return box(
    'trak',
    box('tkhd', Buffer.alloc(84)),
    box('mdia', box('mdhd', Buffer.alloc(24)), hdlr, box('minf', stbl)),
    ...extra,
  );
}

export const videoSecrets = [
  '+52.3702+004.8952/',
  'SECRET-KEYS',
  'SECRET-XMP',
  'SECRET-LOCI',
  'SECRET-GPS-SAMPLE',
  'SECRET-MAKER',
];

export interface VideoWanted {
  /** Phones write `moov` at the end; editors put it first. */
  moovFirst?: boolean;
  wide?: boolean;
  brand?: string;
  /** Bytes of picture. */
  pictureBytes?: number;
}

/** A video as a phone or an action camera makes it, with a place everywhere one can hide: it holds all of `videoSecrets`. */
export function aPhoneVideo({
  moovFirst = false,
  wide = false,
  brand = 'isom',
  pictureBytes = 4000,
}: VideoWanted = {}): Buffer {
  const ftyp = box('ftyp', ascii(brand.padEnd(4)), u32(512), ascii('isommp42'));
  const gps = ascii('SECRET-GPS-SAMPLE');
  const picture = Buffer.alloc(pictureBytes, 7);
  const wrap = wide ? wideBox : box;
  const mdat = wrap('mdat', picture, gps);
  const headerBytes = wide ? 16 : 8;
  const moovFor = (mediaAt: number): Buffer => {
    const at = mediaAt + headerBytes;
    return wrap(
      'moov',
      box('mvhd', Buffer.alloc(100)),
      track('vide', [{ at, bytes: pictureBytes }], box('udta', box('loci', ascii('SECRET-LOCI')))),
      track('meta', [{ at: at + pictureBytes, bytes: gps.length }]),
      box('udta', box('\u00a9xyz', ascii('\0\x12\x15\xc7+52.3702+004.8952/'))),
      box('meta', box('keys', ascii('com.apple.quicktime.location.ISO6709 SECRET-KEYS'))),
      box('free', ascii('SECRET-MAKER')),
    );
  };
  const xmp = box('uuid', Buffer.alloc(16, 3), ascii('SECRET-XMP'));
  if (!moovFirst) return Buffer.concat([ftyp, mdat, moovFor(ftyp.length), xmp]);
  const moovBytes = moovFor(0).length;
  return Buffer.concat([ftyp, moovFor(ftyp.length + moovBytes), mdat, xmp]);
}

/** An EBML element with a size of `sizeBytes` bytes. */
function element(id: number, content: Uint8Array, sizeBytes = 4): Buffer {
  const idHex = id.toString(16);
  const size = Buffer.alloc(sizeBytes);
  size.writeUIntBE(content.length, 0, Math.min(6, sizeBytes));
  size[0] = size[0]! | (1 << (8 - sizeBytes));
  return Buffer.concat([Buffer.from(idHex.padStart(idHex.length + (idHex.length % 2), '0'), 'hex'), size, content]);
}

export interface WebmWanted {
  /** As a browser records: sizes of segment and clusters unknown. */
  live?: boolean;
  trackType?: number;
}

/** A WebM video with `SECRET-TAG` in its tags, before and after its clusters. */
export function aWebm({ live = false, trackType = 1 }: WebmWanted = {}): Buffer {
  const unknown = Buffer.from('01ffffffffffffff', 'hex');
  const open = (id: string, content: Buffer): Buffer =>
    live ? Buffer.concat([Buffer.from(id, 'hex'), unknown, content]) : element(Number.parseInt(id, 16), content);
  const header = element(0x1a45dfa3, element(0x4282, ascii('webm'), 1), 1);
  const tags = element(0x1254c367, ascii('SECRET-TAG'));
  const info = element(0x1549a966, element(0x7ba9, ascii('SECRET-TITLE'), 1), 1);
  const tracks = element(0x1654ae6b, element(0xae, element(0x83, Buffer.from([trackType]), 1), 1), 1);
  const cluster = open(
    '1f43b675',
    Buffer.concat([element(0xe7, Buffer.from([0]), 1), element(0xa3, Buffer.alloc(300, 9), 2)]),
  );
  return Buffer.concat([header, open('18538067', Buffer.concat([info, tracks, tags, cluster, cluster, tags]))]);
}

/** The smallest thing that says it is a PDF. */
export const aPdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
