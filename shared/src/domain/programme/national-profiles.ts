import type { Leerweg } from '../pta/pta.js';
import type { Profile } from './elective.js';

/** One of the four modules of a profile. */
export interface ProfileModule {
  sloId: string;
  sloPrefix: string;
  title: string;
  officialCode: string | null;
  /** The two modules that are in gl too name it. */
  leerwegen: readonly Leerweg[];
  subtaskCount: number;
}

/** A vocational profile, and its profile subject. */
export interface NationalProfile {
  code: Profile;
  sloPrefix: string;
  sloId: string;
  name: string;
  /** Of the profile subject (profielvak): four digits as text. */
  officialCode: string | null;
  /** The last exam year for which that code is listed. */
  lastExamYear: number | null;
  modules: readonly ProfileModule[];
}

/**
 * The ten profiles and forty modules, as facts. Sources as in national-electives.ts; the names of the profiles: WVO 2020, art. 2.26.
 * E&O: 1700 is listed to exam year 2025, a later code of its profile subject was not found.
 */
const all = ['bb', 'kb', 'gl'] as const;
const bbKb = ['bb', 'kb'] as const;

function module(
  ...[sloPrefix, sloId, title, officialCode, leerwegen, subtaskCount]: [
    string,
    string,
    string,
    string,
    readonly Leerweg[],
    number,
  ]
): ProfileModule {
  return { sloId, sloPrefix, title, officialCode, leerwegen, subtaskCount };
}

export const nationalProfiles: readonly NationalProfile[] = [
  {
    code: 'BWI',
    sloPrefix: 'BWI',
    sloId: '30eaef53-58af-40d9-bdb5-f7422127f5ed',
    name: 'bouwen, wonen en interieur',
    officialCode: '1200',
    lastExamYear: null,
    modules: [
      module('P/BWI/01', 'a4d04144-9790-4574-b216-837879bd217c', 'Bouwproces en bouwvoorbereiding', '1201', all, 3),
      module('P/BWI/02', 'fa93c77c-e6d3-4919-9a22-5ba565f761dd', 'Bouwen vanaf de fundering', '1202', bbKb, 4),
      module('P/BWI/03', '9e36d8ab-0dfd-4151-bc7e-c35f3fa197a3', 'Hout- en meubelverbindingen', '1203', bbKb, 2),
      module('P/BWI/04', '662c4857-a7d7-4109-8a68-1bf5c49744b8', 'Design en decoratie', '1204', all, 4),
    ],
  },
  {
    code: 'PIE',
    sloPrefix: 'PIE',
    sloId: '29b67a07-eee5-4461-8efe-02779b1d8852',
    name: 'produceren, installeren en energie',
    officialCode: '1300',
    lastExamYear: null,
    modules: [
      module('P/PIE/01', '58df56fa-2907-49e5-af9d-b746680b273f', 'Ontwerpen en maken', '1301', all, 3),
      module(
        'P/PIE/02',
        '81fc4df3-adb1-45ac-b2cd-2a3f60485fab',
        'Bewerken en verbinden van materialen',
        '1302',
        bbKb,
        3,
      ),
      module('P/PIE/03', 'c9395005-5d46-4c85-ac54-5d062b43e809', 'Besturen en automatiseren', '1303', all, 2),
      module('P/PIE/04', '56dce976-b18f-4617-b269-d42daf0738cf', 'Installeren en monteren', '1304', bbKb, 2),
    ],
  },
  {
    code: 'M&T',
    sloPrefix: 'MET',
    sloId: 'b72b6154-cdb7-4ea9-bf4f-a74b1afc87ac',
    name: 'mobiliteit en transport',
    officialCode: '1400',
    lastExamYear: null,
    modules: [
      module('P/MET/01', 'e4f655dd-0caa-4738-90dc-80966e5556ae', 'Motorconditie testen', '1401', all, 3),
      module('P/MET/02', 'dc8e0336-94b7-415b-985b-18ea3bf2ec18', 'Wielophanging en carrosserie', '1402', bbKb, 3),
      module('P/MET/03', '2174f05f-5230-48ab-8fbf-a6ae0008c22b', 'Verlichtings- en comfortsystemen', '1403', all, 4),
      module('P/MET/04', 'da0e5557-ec0e-4a98-9cf5-5501eda8bcef', 'Transport', '1404', bbKb, 3),
    ],
  },
  {
    code: 'MVI',
    sloPrefix: 'MVI',
    sloId: '068886e5-9de7-458f-b8fe-5254800441b5',
    name: 'media, vormgeving en ICT',
    officialCode: '1500',
    lastExamYear: null,
    modules: [
      module(
        'P/MVI/01',
        '80a7593f-4c56-4def-8100-bc39a7f60efb',
        'Audiovisuele vormgeving en productie',
        '1501',
        bbKb,
        6,
      ),
      module('P/MVI/02', 'ef72b398-ef68-4f07-8cb0-2f55703e99a0', '2D- en 3D-vormgeving en -productie', '1502', bbKb, 4),
      module('P/MVI/03', 'cd7d82ac-0bc4-4d64-aa16-2cc0973b97e8', 'ICT', '1503', all, 4),
      module(
        'P/MVI/04',
        '6057f588-6f86-48be-a770-73e8bdd475da',
        'Interactieve vormgeving en productie',
        '1504',
        all,
        5,
      ),
    ],
  },
  {
    code: 'MaT',
    sloPrefix: 'MT',
    sloId: '46b9c1a8-c2d8-4c8f-ab43-fd9c8e7c384b',
    name: 'maritiem en techniek',
    officialCode: '2100',
    lastExamYear: null,
    modules: [
      module('P/MT/01', '3c8e5fa9-bda7-4d77-82c4-7cd9a751ad23', 'Maritieme logistiek en -communicatie', '2101', all, 5),
      module('P/MT/02', '0cbe9cd3-b742-4904-aa3a-d6a20049f224', 'Maritieme veiligheid', '2102', all, 4),
      module('P/MT/03', '60ca65db-3e73-419e-b050-1939ee1b5c7a', 'Maritieme installaties', '2103', bbKb, 3),
      module('P/MT/04', '44464c45-3349-4758-8ef5-8a58dd936ac9', 'Reparatie en onderhoud', '2104', bbKb, 3),
    ],
  },
  {
    code: 'Z&W',
    sloPrefix: 'ZW',
    sloId: 'e5a3c006-d1cb-4d05-8266-d574d1aa5e20',
    name: 'zorg en welzijn',
    officialCode: '1600',
    lastExamYear: null,
    modules: [
      module('P/ZW/01', 'cbdd9dfd-b920-417d-b23f-4cfea7e1930f', 'Mens en gezondheid', '1601', bbKb, 3),
      module('P/ZW/02', '27c2f2c3-c7f2-4dbd-a452-48a5ae158cba', 'Mens en omgeving', '1602', bbKb, 5),
      module('P/ZW/03', '0ff47e98-b48f-4064-9a96-3dccb2d3bd54', 'Mens en activiteit', '1603', all, 3),
      module('P/ZW/04', '9f6ae1b8-02f3-470c-a9ef-8fb0f1e125c7', 'Mens en zorg', '1604', all, 5),
    ],
  },
  {
    code: 'E&O',
    sloPrefix: 'EO',
    sloId: 'd80dc98a-9b38-43dd-93da-8eb99cfa442e',
    name: 'economie en ondernemen',
    officialCode: '1700',
    lastExamYear: 2025,
    modules: [
      module('P/EO/01', '28f649ea-9539-49cf-a395-bc6153fdfb19', 'Retail & Styling', '1723', all, 2),
      module('P/EO/02', '40cb9a11-c793-4f94-9255-d6c969f29d7c', 'Service & Sales', '1724', all, 4),
      module('P/EO/03', '2aa9d45d-d482-43fd-974d-4235863aeca1', 'Stock & Supplies', '1725', bbKb, 2),
      module('P/EO/04', '6da015c5-1b85-4c2a-a39a-723e77528574', 'Office & Support', '1726', bbKb, 3),
    ],
  },
  {
    code: 'HBR',
    sloPrefix: 'HBR',
    sloId: '73413525-757a-4900-8d3d-ca84685e2bb0',
    name: 'horeca, bakkerij en recreatie',
    officialCode: '1800',
    lastExamYear: null,
    modules: [
      module('P/HBR/01', '39eeb378-3650-4162-a2dc-949d192ccb9d', 'Gastheerschap', '1801', all, 4),
      module('P/HBR/02', '0c931e7d-3b30-45e7-aa90-d03b8cf9eccd', 'De bakkerij', '1802', bbKb, 2),
      module('P/HBR/03', 'c467be46-ae5a-4723-8f31-68a5c8816926', 'De keuken', '1803', all, 2),
      module('P/HBR/04', 'f2d23032-d30b-479b-bdc5-c6909133e6f1', 'Recreatie', '1804', bbKb, 1),
    ],
  },
  {
    code: 'Groen',
    sloPrefix: 'GR',
    sloId: 'd4f357b3-a5b0-4c6c-991d-a3367346486e',
    name: 'groen',
    officialCode: '2000',
    lastExamYear: null,
    modules: [
      module('P/GR/01', '7f909d22-4b10-4942-bb3d-9bffe1e96d80', 'Groene productie', '2001', bbKb, 3),
      module('P/GR/02', 'e4efa691-b0b9-4d99-aa62-3b4c9b27aebb', 'Tussen productie en verkoop', '2002', all, 3),
      module('P/GR/03', '1005d68f-aeaa-4d06-a3dc-b6657e296dd1', 'Vergroening stedelijke omgeving', '2018', all, 4),
      module('P/GR/04', '6cbfd268-b7b5-40d8-ae7b-cdd8db2694fc', 'Groene vormgeving en verkoop', '2004', bbKb, 3),
    ],
  },
  {
    code: 'D&P',
    sloPrefix: 'DP',
    sloId: 'c0fa85dd-1cb6-4853-b97c-49d1b250cabe',
    name: 'dienstverlening en producten',
    officialCode: '1900',
    lastExamYear: null,
    modules: [
      module(
        'P/DP/01',
        '40242921-d268-4104-a0a9-ec8060b7290a',
        'Organiseren van een activiteit voor een opdrachtgever',
        '1915',
        all,
        4,
      ),
      module('P/DP/02', '9454efa7-08cc-47a1-9128-d6b16b342f5d', 'Presenteren, promoten en verkopen', '1902', bbKb, 3),
      module('P/DP/03', 'd063e9d0-f3fa-4060-956c-10ed550469ea', 'Een product maken en verbeteren', '1903', bbKb, 2),
      module('P/DP/04', '33d0f33d-18de-40ee-b0fb-c7b306297925', 'Multimediale producten maken', '1904', all, 3),
    ],
  },
];

/** The facts of a profile by its code. */
export function profileOf(code: Profile): NationalProfile | undefined {
  return nationalProfiles.find((profile) => profile.code === code);
}
