import type { Elective, Subtask } from './elective.js';

/**
 * A dozen electives, as facts: identifiers, names and codes.
 * Identifiers, titles and subtasks: SLO, github.com/slonl/curriculum-examenprogramma-bg, commit f712f1467042c3afb227487f4f593c534aa459ef
 * (2025-12-11). Official codes and leerwegen: Edustandaard, list of subjects 2026-2027 v1.0. The titles of subtasks are our own short ones.
 */
const all = ['bb', 'kb', 'gl'] as const;

function subtask(sloPrefix: string, sloId: string, title: string): Subtask {
  return { sloId, sloPrefix, title };
}

export const vocationalElectives: readonly Elective[] = [
  {
    sloId: '770b962d-b46b-4668-89e2-2ac8f6ab5952',
    sloPrefix: 'K/PIE/01',
    title: 'Plaat- en constructiewerk',
    officialCode: '1305',
    profile: 'PIE',
    leerwegen: all,
    subtasks: [
      subtask('K/PIE/01/01', '1c76cc44-6481-4317-b231-3db90be19162', 'Werk voorbereiden'),
      subtask('K/PIE/01/02', '6b6705ee-4ea4-4bb7-9f78-c6b715aea66d', 'Machine en gereedschap instellen'),
      subtask('K/PIE/01/03', '4c56e5d8-852a-4819-9197-60b36ec4a3a0', 'Materiaal bewerken en vervormen'),
      subtask('K/PIE/01/04', 'b1242d84-1710-4413-a635-b3fe8598ab95', 'Onderdelen verbinden'),
      subtask('K/PIE/01/05', '6f94a37d-c6f1-43ee-888c-2b78ad551560', 'Opmeten, controleren en afronden'),
    ],
  },
  {
    sloId: 'b543cbbf-c9b4-44ee-a77e-7e32d1a90800',
    sloPrefix: 'K/PIE/08',
    title: 'Praktisch booglassen',
    officialCode: '1328',
    profile: 'PIE',
    leerwegen: all,
    subtasks: [
      subtask('K/PIE/08/01', '0f902a5e-8b84-446e-8e66-e9dab92dd1e3', 'Informatie zoeken en werk voorbereiden'),
      subtask('K/PIE/08/02', 'e13b4470-5bfb-4671-99f4-913c007b4403', 'Lasnaden voorbereiden'),
      subtask('K/PIE/08/03', 'c4369cb4-65fe-4149-a36f-a7e5129ef9cf', 'Lassen volgens tekening'),
      subtask('K/PIE/08/04', 'b86b515c-0308-443d-801d-b1dfe45ffcba', 'Opmeten, controleren en afronden'),
    ],
  },
  {
    sloId: 'c7c5783d-065b-4569-87e6-49579f1d4af1',
    sloPrefix: 'K/PIE/19',
    title: 'De lasrobot',
    officialCode: '1332',
    profile: 'PIE',
    // SLO names bb too, but has no subtask for it; Edustandaard has kb and gl.
    leerwegen: ['kb', 'gl'],
    subtasks: [
      subtask('K/PIE/19/1', 'bf2da18b-3511-4c66-bdc6-e7f37b5b9928', 'De lasrobot veilig besturen'),
      subtask('K/PIE/19/2', '297b8de7-d047-46ce-8376-c7482f71c611', 'Programmeren en lassen met de robot'),
      subtask('K/PIE/19/3', '666d9602-efdb-446e-8819-1ba8db13682b', 'Werkstuk tekenen en offline programmeren'),
      subtask('K/PIE/19/4', '8abdbf01-24a3-4ba6-a688-8fb4b7d347c9', 'Eindwerkstuk maken op de lasrobot'),
    ],
  },
  {
    sloId: '98db9892-d63d-4380-9e4c-1dd2b46f8f60',
    sloPrefix: 'K/BWI/16',
    title: 'Meubelmaken',
    officialCode: '1220',
    profile: 'BWI',
    leerwegen: all,
    subtasks: [
      subtask('K/BWI/16/01', '563a4cc1-a6d8-4f14-b4ec-ac3e22c510f7', 'Meubels voorbereiden'),
      subtask('K/BWI/16/02', 'e380d350-2779-4adb-9420-9f518e242a27', 'Meubels maken van hout en plaat'),
    ],
  },
  {
    sloId: '08db4467-0829-4443-b928-c06d6282531b',
    sloPrefix: 'K/MET/05',
    title: 'Fietstechniek',
    officialCode: '1409',
    profile: 'M&T',
    leerwegen: all,
    subtasks: [
      subtask('K/MET/05/01', '27d0b04c-8f86-4515-bd84-17da81223bfb', 'Fiets klaarmaken voor aflevering'),
      subtask('K/MET/05/02', 'a529d5ff-d0e7-47d4-a9d3-bc99503cf2c7', 'Elektrisch systeem'),
      subtask('K/MET/05/03', '3e9e2cb8-f68e-4163-84cc-4065621ee58f', 'Aandrijving en vering'),
      subtask('K/MET/05/04', 'f01a84a0-ecb2-408b-8573-9b2508d0ef37', 'Remsysteem'),
    ],
  },
  {
    sloId: '5ed48cd5-8afe-4f2e-b177-44cb7bccdaa0',
    sloPrefix: 'K/MVI/07',
    title: 'Fotografie',
    officialCode: '1511',
    profile: 'MVI',
    leerwegen: all,
    subtasks: [
      subtask('K/MVI/07/01', 'f14daca0-a8fa-44f5-a509-338e508e9411', 'Concept of plan voor de opdrachtgever'),
      subtask('K/MVI/07/02', 'ed325446-53f1-43be-b015-92e2f24cbf54', 'Beelden maken en bewerken'),
      subtask('K/MVI/07/03', '5ec4a028-a1b7-4e83-b1d1-da8c433d3f83', 'Apparatuur en materiaal beheren'),
      subtask('K/MVI/07/04', 'ac2a9950-1a6f-4536-93ce-a32e6de83fd1', 'Fotowerk presenteren'),
    ],
  },
  {
    sloId: 'ce8a5e75-3fb9-4c1f-8b97-28c653e9a567',
    sloPrefix: 'K/MT/08',
    title: 'Stuwadoor en Vorkheftruck',
    officialCode: '2120',
    profile: 'MaT',
    leerwegen: all,
    subtasks: [
      subtask('K/MT/08/01', '9ef4d212-1ae3-44f8-821d-76554c315022', 'Soorten stuwadoors'),
      subtask('K/MT/08/02', 'e48d23cb-a3bc-48cd-80ce-42ffa67f7779', 'Containers behandelen en gebruiken'),
      subtask('K/MT/08/03', '6d7e8131-a31e-43e1-bd8f-26aa41b09761', 'Vorkheftruck en stapelaar'),
    ],
  },
  {
    sloId: 'bbacafd8-0087-4809-9047-fc1e3516da05',
    sloPrefix: 'K/ZW/08',
    title: 'Welzijn volwassenen en ouderen',
    officialCode: '1625',
    profile: 'Z&W',
    leerwegen: all,
    subtasks: [
      subtask('K/ZW/08/01', '4a83c2dc-db69-4981-91a8-e6d06f0a96cf', 'Zelfregie van de klant'),
      subtask('K/ZW/08/02', 'c34f7596-7114-461f-9d70-69349d79e9ec', 'Helpen een dagbesteding te vinden'),
      subtask('K/ZW/08/03', '9bad2395-1bd9-4f99-a95a-0183cf4ededf', 'Activiteit organiseren en uitvoeren'),
      subtask('K/ZW/08/04', '662271bf-bbb4-4d59-a9f8-36a5470cbe91', 'Observeren en rapporteren'),
    ],
  },
  {
    sloId: 'fbee0eab-868a-4916-9abf-9a1083a1e3c7',
    sloPrefix: 'K/ZW/13',
    title: 'Technologie binnen zorg en welzijn',
    officialCode: '1629',
    profile: 'Z&W',
    leerwegen: all,
    subtasks: [
      subtask('K/ZW/13/1', '7153e33d-b391-42ae-859d-513165509fad', 'Hulpmiddelen kennen'),
      subtask('K/ZW/13/2', 'd4d19430-4a15-4681-ae7a-8fc6080af243', 'Invloed van ICT op hulpmiddelen'),
      subtask('K/ZW/13/3', 'abedf118-d3e3-4653-885d-4ecf26e1d10f', 'Klanten helpen kiezen en gebruiken'),
      subtask('K/ZW/13/4', '9dd125f6-d1c0-4582-ac84-1e22833d6dc4', 'Hulpmiddelen toepassen'),
      subtask('K/ZW/13/5', 'a656d536-b134-4c87-bdf2-3f8fbd97b6d6', 'Nadenken over de gevolgen'),
    ],
  },
  {
    sloId: 'd387b653-51b2-4d2d-9647-df7c6330513b',
    sloPrefix: 'K/EO/06',
    title: 'Webshop',
    officialCode: '1710',
    profile: 'E&O',
    leerwegen: all,
    subtasks: [
      subtask('K/EO/06/01', '29ff9f53-561a-48ae-9633-b94e55ca5122', 'Eigen webshop bedenken en onderhouden'),
      subtask('K/EO/06/02', '8f2ba577-107b-4165-ab17-e97f0ea05667', 'Online verkopen'),
    ],
  },
  {
    sloId: '66a07ffa-7c5c-49a2-94fe-161d250e2dc2',
    sloPrefix: 'K/HBR/02',
    title: 'Brood- en banketspecialisatie',
    officialCode: '1818',
    profile: 'HBR',
    leerwegen: all,
    subtasks: [
      subtask('K/HBR/02/01', '57567ead-029d-428b-995a-bd9709babb2f', 'Brood- en banketproducten beheren'),
      subtask('K/HBR/02/02', '69c0130c-686e-472b-a3cb-d051c062f15e', 'Brood- en banketproducten maken'),
    ],
  },
  {
    sloId: 'a80d8918-34f5-4588-ab31-a597fc61c1b4',
    sloPrefix: 'K/GR/03',
    title: 'Werk in tuin en landschap',
    officialCode: '2007',
    profile: 'Groen',
    leerwegen: all,
    subtasks: [
      subtask('K/GR/03/01', '11022f58-145e-4502-980c-a9f221a25016', 'Onderhoudsplan opstellen'),
      subtask('K/GR/03/02', '4c0cd4f3-4a25-4eec-bb46-868c552e4d13', 'Voorzieningen plaatsen en onderhouden'),
      subtask('K/GR/03/03', '048fa89f-1f2f-4303-a0ba-f17ad17b5415', 'Planten herkennen en benoemen'),
      subtask('K/GR/03/04', '02074a04-9d01-4c3e-ae18-6061c27273f4', 'Onderhoud door het jaar'),
    ],
  },
  {
    sloId: '06fabcdb-9c38-459c-8e5e-f8bf408fca5d',
    sloPrefix: 'K/DP/02',
    title: 'Robotica',
    officialCode: '1906',
    profile: 'D&P',
    leerwegen: all,
    subtasks: [
      subtask('K/DP/02/01', 'd335504b-b1b2-4b52-8433-b5e6b4b58e9c', 'Moderne technische toepassingen'),
      subtask('K/DP/02/02', '01b78fec-8052-4ce0-a1bc-891beee288ec', 'Eenvoudige schakelingen bouwen'),
      subtask('K/DP/02/03', '4c2ed64e-06bb-4b8d-8d0a-8388cb2e621f', 'Een robot een handeling laten doen'),
    ],
  },
];
