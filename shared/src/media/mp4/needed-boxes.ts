/**
 * What a player needs, level by level (ISO/IEC 14496-12 and the QuickTime File Format). Everything else is emptied: places hide in `udta`
 * (`©xyz`, `loci`), in `meta` (`com.apple.quicktime.location.ISO6709`), in XMP (`uuid`, `XMP_`), and in boxes of makers we don't know.
 */
export const neededBoxes: Readonly<Record<string, readonly string[]>> = {
  file: ['ftyp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'ssix', 'styp', 'pdin'],
  moov: ['mvhd', 'trak', 'mvex', 'iods'],
  trak: ['tkhd', 'mdia', 'edts', 'tapt'],
  mdia: ['mdhd', 'hdlr', 'minf', 'elng'],
  minf: ['vmhd', 'smhd', 'nmhd', 'hmhd', 'gmhd', 'hdlr', 'dinf', 'stbl'],
  stbl: [
    ...['stsd', 'stts', 'ctts', 'cslg', 'stss', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'sdtp', 'sbgp', 'sgpd'],
    ...['subs', 'stps', 'stsh', 'padb', 'stdp', 'saiz', 'saio'],
  ],
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun', 'sdtp', 'sbgp', 'sgpd', 'subs', 'saiz', 'saio'],
};
