import type { Leerweg } from '../pta/pta.js';
import type { Profile } from './elective.js';
import type { NationalElective } from './national-elective.js';

/**
 * Every vocational elective of the country, as facts: names, codes and numbers, no texts.
 * Identifiers, titles, leerwegen and numbers of subtasks: SLO, github.com/slonl/curriculum-examenprogramma-bg, commit
 * f712f1467042c3afb227487f4f593c534aa459ef (2025-12-11). Official codes, their leerwegen and first exam years: Edustandaard, list of subjects
 * 2026-2027 v1.0, read through a third party's conversion (github.com/Richievdheij/schoolladder, a330f783877fda32deb023404c95b9863b29d37a).
 * K/EO/09, K/EO/10 and K/EO/11 stand twice in SLO’s list. Hours are in no source. `null` is unknown.
 */
const all = ['bb', 'kb', 'gl'] as const;
const kbGl = ['kb', 'gl'] as const;
const bbKb = ['bb', 'kb'] as const;
const gl = ['gl'] as const;

type Row = readonly [
  sloPrefix: string,
  sloId: string,
  profile: Profile,
  title: string,
  officialCode: string | null,
  codeConfidence: 'high' | 'medium' | null,
  leerwegen: readonly Leerweg[],
  registeredFor: readonly Leerweg[] | null,
  fromExamYear: number | null,
  subtaskCount: number,
];

// A table: one elective a line.
// prettier-ignore
const rows: readonly Row[] = [
  // bouwen, wonen en interieur
  ['K/BWI/01', 'a968e63d-caf4-464f-a561-5fde942d84b0', 'BWI', 'Constructieve aansluitingen en afwerking', '1205', 'high', all, all, null, 2],
  ['K/BWI/02', '763f57e1-533c-448a-aef3-9d76ba4e3c30', 'BWI', 'Schoonmetselwerk', '1206', 'high', all, all, null, 2],
  ['K/BWI/03', '2b5c02d7-dae8-4014-b47f-555ba78f7bd1', 'BWI', 'Schilderen van hout- en steenachtige ondergronden', '1207', 'high', all, all, null, 2],
  ['K/BWI/04', '70deaa23-af6c-4aeb-a625-a86e0a1d2a79', 'BWI', 'Interieurbouw, stands en betimmeringen', '1208', 'high', all, all, null, 2],
  ['K/BWI/05', '483a724d-6871-4c31-9d26-a4809fe39bfe', 'BWI', 'Bouwkundig onderhoud, renovatie en transformatie', '1224', 'high', all, all, null, 2],
  ['K/BWI/06', '92e1dc36-6b14-445d-be8d-13a0adc97831', 'BWI', 'Gevelopeningen', '1210', 'high', all, all, null, 3],
  ['K/BWI/07', 'cbcc72e7-e62f-44d4-a8be-5c8c82aa6c63', 'BWI', 'Daken en kapconstructies van hout', '1225', 'high', all, all, null, 3],
  ['K/BWI/08', 'd4498abc-a629-4c4d-8ca5-e119c0f19307', 'BWI', 'Vloeren', '1212', 'high', all, all, null, 3],
  ['K/BWI/09', '1d9fbf27-3df1-496c-849d-a2691dee48fd', 'BWI', 'Bouwmethoden en bouwstijlen', '1213', 'medium', all, all, null, 2],
  ['K/BWI/10', 'c40efb24-6a7e-44bf-a0fa-8b86500f6c34', 'BWI', 'Bijzonder metselwerk', '1214', 'high', all, all, null, 3],
  ['K/BWI/11', '8fb58c5d-9eee-4dbe-8e2d-65722c3f7bfe', 'BWI', 'Scheidingswanden', '1215', 'high', all, all, null, 3],
  ['K/BWI/12', '04793b08-fd5d-402e-811f-cd2cdc1c1f7d', 'BWI', 'Wandafwerking', '1216', 'high', all, all, null, 4],
  ['K/BWI/13', 'e30b2027-5cff-43ad-bef1-8660628632fe', 'BWI', 'Schilderen en spuiten op kunststof en metalen', '1226', 'high', all, all, null, 4],
  ['K/BWI/14', 'ce75f363-9312-4b51-9719-7574a1041aa1', 'BWI', 'Onderhoud schilderwerk', '1218', 'high', all, all, null, 3],
  ['K/BWI/15', 'e6f03d76-7c1a-459d-b26c-829a09333b26', 'BWI', 'Glaszetten', '1227', 'high', all, all, null, 3],
  ['K/BWI/16', '98db9892-d63d-4380-9e4c-1dd2b46f8f60', 'BWI', 'Meubelmaken', '1220', 'high', all, all, null, 2],
  ['K/BWI/17', 'ad657c7d-9ca1-4179-95bd-27650f03b2cf', 'BWI', 'Bouw- en woonrijp maken', '1221', 'high', all, all, null, 3],
  ['K/BWI/18', 'c29782e9-e263-4e3e-82da-31e17604df98', 'BWI', 'Terreinafwerking', '1222', 'high', all, all, null, 3],
  ['K/BWI/19', 'a1a280e4-6757-45cc-8182-5b0784f334f3', 'BWI', 'Interieurontwerp en design', '1223', 'high', all, all, null, 5],
  ['K/BWI/20', '37269c2b-9acd-40ed-bd63-031875a69dcf', 'BWI', 'Ontwerp duurzame comfortwoning', '1228', 'medium', all, all, null, 2],
  ['K/BWI/21', '22fc912b-1848-4641-8c3d-67ac55033247', 'BWI', 'Tegelzetten voor het vmbo', '1230', 'high', all, all, 2020, 4],
  ['K/BWI/22', '5a575e25-a677-44d6-be73-484cd17bec72', 'BWI', 'Aardbevingbestendig bouwen', '1229', 'medium', all, all, null, 3],
  ['K/BWI/23', '6a98a234-4a64-46ed-8056-c7d9a5067066', 'BWI', 'Circulair en duurzaam bouwen', '1232', 'medium', all, all, 2022, 3],
  ['K/BWI/24', '2cbd6996-dc1a-4aa0-8273-05d7a0126e27', 'BWI', 'Meubelstofferen voor het vmbo', '1231', 'high', all, all, 2020, 5],
  ['K/BWI/25', 'd8e462d4-2f52-4c9b-b63e-5d2e69a73815', 'BWI', 'Biobased en natuurinclusief bouwen', '1233', 'medium', all, all, 2026, 3],
  // produceren, installeren en energie
  ['K/PIE/01', '770b962d-b46b-4668-89e2-2ac8f6ab5952', 'PIE', 'Plaat- en constructiewerk', '1305', 'high', all, all, null, 5],
  ['K/PIE/02', '684d1888-fb0b-4d20-9e87-298e65f7e853', 'PIE', 'Booglasprocessen', '1326', 'high', all, all, null, 5],
  ['K/PIE/03', '4573f49d-8569-48b5-8b6f-976fb76c4b4b', 'PIE', 'Klimaattechnologie', '1307', 'high', all, all, null, 6],
  ['K/PIE/04', '0553f9a8-dc70-4788-8de6-c0005448b0b9', 'PIE', 'Procestechniek', '1308', 'high', all, all, null, 3],
  ['K/PIE/05', 'b35a6165-84d8-46ee-85a0-0aa2c68cc302', 'PIE', 'Duurzame energie', '1327', 'high', all, all, null, 7],
  ['K/PIE/06', '5fa40061-db79-406f-bf2e-4a47e4343529', 'PIE', 'Werktuigkundig en elektrotechnisch onderhoud', '1310', 'high', all, all, null, 7],
  ['K/PIE/07', '3102e482-9e6d-4466-a872-4515280e704c', 'PIE', 'Utiliteitinstallaties', '1311', 'medium', all, all, null, 3],
  ['K/PIE/08', 'b543cbbf-c9b4-44ee-a77e-7e32d1a90800', 'PIE', 'Praktisch booglassen', '1328', 'high', all, all, null, 4],
  ['K/PIE/09', 'e6d15706-4d23-4e8d-982f-3b14981fb8a6', 'PIE', 'CNC technieken', '1313', 'high', all, all, null, 4],
  ['K/PIE/10', 'eb45d00e-7824-4a72-a87d-61d609aa0b14', 'PIE', 'Drinkwater en sanitair', '1314', 'high', all, all, null, 5],
  ['K/PIE/11', '9c0558cb-9ced-4d47-adae-31047d41cfa4', 'PIE', 'Dakbedekking', '1316', 'high', all, all, null, 3],
  ['K/PIE/12', 'f03101ba-4da8-4604-b454-0998b6d57024', 'PIE', 'Verspaningstechnieken', '1317', 'high', all, all, null, 2],
  ['K/PIE/13', '7612f9df-fdd7-4602-bd79-c1f3325bb7d7', 'PIE', 'Woon- en kantoortechnologie', '1318', 'high', all, all, null, 4],
  ['K/PIE/14', '89251139-4d74-4b9c-845e-c1fdd31f1fa1', 'PIE', 'Domotica en automatisering', '1329', 'high', all, all, null, 3],
  ['K/PIE/15', '3635d8c8-584f-46e2-b5e3-20378dbbc1fc', 'PIE', 'Nutsvoorzieningen', '1322', 'high', all, all, null, 5],
  ['K/PIE/16', 'cb5d1754-4cdc-4a78-89a3-dee84b323413', 'PIE', 'Koudetechniek', '1330', 'high', all, all, null, 4],
  ['K/PIE/17', '2305cdf1-fe62-4d0a-b9e1-e59d9bf7b67a', 'PIE', 'Licht, geluid en beeld', '1315', 'high', all, all, null, 4],
  ['K/PIE/18', 'aa290a52-929e-4d6f-b03c-d645f124be52', 'PIE', 'Cloud en cybersecurity', '1333', 'high', all, all, 2020, 3],
  ['K/PIE/19', 'c7c5783d-065b-4569-87e6-49579f1d4af1', 'PIE', 'De lasrobot', '1332', 'medium', all, kbGl, 2018, 4],
  ['K/PIE/20', 'fc4999b5-1c04-45c2-b2e7-64ae0696e06f', 'PIE', 'Machinebouw - verspanen', '1331', 'medium', all, all, null, 6],
  ['K/PIE/21', 'a3498511-a32a-494a-994c-4b57d62d3af6', 'PIE', 'Slimme technologie', '1334', 'high', all, all, 2020, 2],
  ['K/PIE/22', '3484e106-8b1e-4cc8-a6bd-9a1d4e58d2f2', 'PIE', 'Dronetechniek I: Vliegen met een drone in een beroepssituatie', '1335', 'medium', all, all, 2021, 4],
  ['K/PIE/23', '24471646-f67a-472e-8e66-6d6f365d7cda', 'PIE', 'Dronetechniek II: inspecteren met behulp van drones', '1336', 'medium', kbGl, all, 2021, 4],
  ['K/PIE/24', '8e29afda-b5bf-42e7-8af2-d358d3bd7356', 'PIE', 'Edelmetaal bewerken', '1337', 'high', kbGl, all, 2023, 2],
  ['K/PIE/25', '11695bb2-fc2d-4825-8547-6775cae5c2b5', 'PIE', 'Water, techniek en duurzaamheid', '1338', 'high', all, all, 2023, 5],
  ['K/PIE/26', '15c36f28-c73d-4613-91a7-4dcb64304ab7', 'PIE', 'Composiet', '1340', 'high', all, all, 2026, 4],
  // mobiliteit en transport
  ['K/MET/01', '21fefb79-81c0-4f43-b8ae-f0c231f30cff', 'M&T', 'Motorsystemen', '1405', 'high', all, all, null, 3],
  ['K/MET/02', 'fe7101ce-5399-43df-bac5-e9d53a614712', 'M&T', 'Aandrijf en remsysteem', '1406', 'medium', all, all, null, 3],
  ['K/MET/03', '6c4e965f-fe26-48fa-97b7-89c49fde2c9a', 'M&T', 'Elektronica', '1407', 'high', all, all, 2022, 5],
  ['K/MET/04', 'bfa0f297-0b81-4ed0-8e05-5772f1857aa5', 'M&T', 'Bedrijfswagens', '1408', 'high', all, all, null, 3],
  ['K/MET/05', '08db4467-0829-4443-b928-c06d6282531b', 'M&T', 'Fietstechniek', '1409', 'high', all, all, null, 4],
  ['K/MET/06', '1b6efe4e-10fa-45af-b4bb-dce939c1b7bf', 'M&T', 'Gemotoriseerde tweewieler', '1410', 'high', all, all, null, 4],
  ['K/MET/07', '9a7869fb-6a90-45c5-8906-376f150d98f7', 'M&T', 'Carrosseriebouw', '1411', 'high', all, all, null, 4],
  ['K/MET/08', '2ea5c2d7-8b55-4c4f-ad7e-ed329e76d23e', 'M&T', 'Autoschade en spuiten', '1412', 'high', all, all, null, 4],
  ['K/MET/09', '42d2d7e7-de32-4dd2-a23f-adb49e3a3bd6', 'M&T', 'Verbrandingsmotoren', '1413', 'high', all, all, null, 4],
  ['K/MET/10', 'ed281e61-55e9-4129-aef1-2e3a3da1f1f4', 'M&T', 'Ritvoorbereiding en ritafhandeling', '1414', 'high', all, all, null, 2],
  ['K/MET/11', 'c7d60a95-4d28-4057-99e6-fbfd3e43ca26', 'M&T', 'Mobiele werktuigen', '1415', 'high', all, all, null, 5],
  ['K/MET/12', '2cea6419-6ad6-463f-89a3-d4d1ce1bcba5', 'M&T', 'Operationele magazijnwerkzaamheden', '1416', 'high', all, all, null, 3],
  ['K/MET/13', '361521b2-4a08-42b5-868a-d724e921d565', 'M&T', 'Elektrische voertuigen', '1419', 'medium', all, all, null, 3],
  // media, vormgeving en ICT
  ['K/MVI/01', '18bd9e65-4779-41c0-bd7c-6c031165e1eb', 'MVI', '3D vormgeving en realisatie', '1505', 'high', all, all, null, 3],
  ['K/MVI/02', '71425a7a-d418-447f-9d78-48ff71a3c0a0', 'MVI', 'Idee ontwikkeling', '1506', 'high', all, all, null, 4],
  ['K/MVI/03', 'aee14f60-8e6c-4d87-966c-f965036355c8', 'MVI', 'Netwerkbeheer', '1507', 'high', all, all, null, 3],
  ['K/MVI/04', 'e48dc109-6cf9-4f5a-9b01-43d8d085bc52', 'MVI', 'Printmedia productie', '1508', 'medium', all, all, null, 4],
  ['K/MVI/05', '24413c23-95dc-4cc7-905e-9c085e0e3d5f', 'MVI', 'Tekenen, schilderen en illustreren', '1509', 'high', bbKb, bbKb, null, 6],
  ['K/MVI/06', 'e8b524b4-3b7f-40f8-9f55-f41ce0b9ae29', 'MVI', 'Game design', '1510', 'high', all, all, null, 3],
  ['K/MVI/07', '5ed48cd5-8afe-4f2e-b177-44cb7bccdaa0', 'MVI', 'Fotografie', '1511', 'high', all, all, null, 4],
  ['K/MVI/08', 'a8a05526-f03a-40fb-9439-64ff83cf966b', 'MVI', 'Licht, geluid en decor', '1512', 'high', all, all, null, 3],
  ['K/MVI/09', 'a29d3f8b-52e7-446d-af90-a507cf3c18a4', 'MVI', 'Applicatieontwikkeling', '1513', 'high', all, all, null, 2],
  ['K/MVI/10', 'ffb530f6-1f87-4ced-b8b5-becb3fee3b18', 'MVI', 'Digitale beveiliging', '1514', 'high', all, all, null, 3],
  ['K/MVI/11', 'b02bed86-145c-45b5-8ce0-d1777d2452e0', 'MVI', 'Sign', '1515', 'high', all, all, null, 2],
  ['K/MVI/12', 'b1bb0bee-bf70-4219-8c3e-57cf3666eec7', 'MVI', 'Vormgeven & typografie', '1516', 'high', all, all, null, 4],
  ['K/MVI/13', '5d42f3ce-e5c6-46d5-87d0-7158e4a1767f', 'MVI', 'Innovatie en prototypen', '1517', 'medium', all, all, 2020, 4],
  // maritiem en techniek
  ['K/MT/01', '74c5e558-1a0f-4222-8581-66b4ab33c4f9', 'MaT', 'Werken en leven aan boord', '2105', 'high', all, all, null, 8],
  ['K/MT/02', '5c783336-57df-44e8-805d-fccdf01e8ede', 'MaT', 'Ladingbehandeling aan boord', '2106', 'high', all, all, null, 3],
  ['K/MT/03', 'd964b059-6961-4ac4-9993-edf24da2b44b', 'MaT', 'Navigatie', '2107', 'high', all, all, null, 6],
  ['K/MT/04', '50792df4-e04b-4c83-a1ec-53cbf5bbcead', 'MaT', 'Scheepskennis', '2108', 'high', all, all, null, 5],
  ['K/MT/05', '66eeba09-51dc-4a07-b3b4-bc0c394a244e', 'MaT', 'Zeevaartkunde', '2109', 'high', all, all, null, 3],
  ['K/MT/06', 'bc6e0799-739d-40db-85ae-6ddfdbeaf850', 'MaT', 'Dienstverlening in de haven', '2110', 'high', all, all, null, 4],
  ['K/MT/07', '4d0e0dd0-6f9f-40a9-9a18-ded7aabce408', 'MaT', 'Opslag en overslag in de haven', '2111', 'high', all, all, null, 3],
  ['K/MT/08', 'ce8a5e75-3fb9-4c1f-8b97-28c653e9a567', 'MaT', 'Stuwadoor en Vorkheftruck', '2120', 'high', all, all, null, 3],
  ['K/MT/09', 'ac12a48d-7514-4b85-a872-2d3e948517b1', 'MaT', 'Ladingadministratie in de haven', '2113', 'high', all, all, null, 3],
  ['K/MT/10', '68032aa3-083d-4e20-9566-ccba8819e70c', 'MaT', 'Expediteur, luchtvaart en douane', '2114', 'high', gl, gl, null, 5],
  ['K/MT/11', '69ef3780-d498-494c-82c3-b582bfa1809b', 'MaT', 'Cargadoor', '2115', 'high', gl, gl, null, 2],
  ['K/MT/12', 'ea4b6ddd-f385-4d61-b0b5-78f78963e2d6', 'MaT', 'Nautische materialen en gereedschappen', '2116', 'high', all, all, null, 2],
  ['K/MT/13', 'b474e23a-a04f-43a9-967b-c0ce10fc1cc6', 'MaT', 'Scheepsconstructie en -ontwerp', '2117', 'high', all, all, null, 3],
  ['K/MT/14', '95184a61-d273-4f98-86ae-c4f86924235b', 'MaT', 'Maritiem mechanische installaties', '2118', 'medium', all, all, null, 3],
  ['K/MT/15', 'a29ee1dc-2bbb-4a77-ac29-4c53509479be', 'MaT', 'Conserveren van maritieme systemen', '2119', 'high', all, all, null, 2],
  ['K/MT/16', '06c2ee48-e162-400a-8655-bfb2a1623f0b', 'MaT', 'Commerciële visserij', '2121', 'medium', all, all, null, 2],
  // zorg en welzijn
  ['K/ZW/01', '744b2bac-08b6-4b86-a9ef-2030137d356b', 'Z&W', 'Kennismaking met uiterlijke verzorging', '1623', 'high', all, all, null, 4],
  ['K/ZW/02', '5555b9a1-11ba-40a4-8637-894428b274a3', 'Z&W', 'Haarverzorging', '1606', 'high', all, all, null, 3],
  ['K/ZW/03', 'e145123d-3b34-48b0-9067-6bca8a78787b', 'Z&W', 'Huidverzorging', '1607', 'high', all, all, null, 3],
  ['K/ZW/04', 'a14c1eac-9e56-4c57-9d8b-ede9ad6232ee', 'Z&W', 'Hand- en voetverzorging', '1608', 'high', all, all, null, 3],
  ['K/ZW/05', '6ad585d1-9fe1-4f69-850f-8a906e4500e8', 'Z&W', 'Welzijn kind en jongere', '1620', 'high', all, all, null, 5],
  ['K/ZW/06', 'f4479add-d34c-47f7-9516-232e339fa1ef', 'Z&W', 'Wonen en huishouden', '1610', 'high', all, all, 2025, 5],
  ['K/ZW/07', '96a16743-6543-46a7-a0a5-3933598ce670', 'Z&W', 'Assisteren in de gezondheidszorg', '1624', 'high', kbGl, all, null, 5],
  ['K/ZW/08', 'bbacafd8-0087-4809-9047-fc1e3516da05', 'Z&W', 'Welzijn volwassenen en ouderen', '1625', 'high', all, all, null, 4],
  ['K/ZW/09', '6d6b5c75-b88c-426c-b5ac-d598c7c04e73', 'Z&W', 'Facilitaire Dienstverlening: catering en inrichting', '1626', 'high', all, all, null, 4],
  ['K/ZW/10', 'bac988ec-8476-40d8-bf90-d2e4e90a8b9e', 'Z&W', 'Facilitaire dienstverlening: onderhoud en receptie', '1627', 'high', all, all, null, 5],
  ['K/ZW/11', 'd4ec197d-cd8c-4450-908d-f723b85c6a1b', 'Z&W', 'Ondersteuning bij sport- en bewegingsactiviteiten', '1628', 'high', all, all, null, 5],
  ['K/ZW/12', '9962df41-0936-465e-9df4-e8d612fb5339', 'Z&W', 'Voorkomen van ongevallen en EHBO', '1617', 'high', all, all, null, 5],
  ['K/ZW/13', 'fbee0eab-868a-4916-9abf-9a1083a1e3c7', 'Z&W', 'Technologie binnen zorg en welzijn', '1629', 'high', all, all, 2022, 5],
  // economie en ondernemen
  ['K/EO/01', '8d1b5ab0-a0b8-40fe-9db5-9a6feba9dd95', 'E&O', 'Marketing', '1714', 'high', all, all, null, 2],
  ['K/EO/02', 'bd152ac2-f7eb-492b-ad20-e84fa78fefc1', 'E&O', 'Officemanagement', '1715', 'high', all, all, null, 2],
  ['K/EO/03', '9682cac6-6ddc-4946-bdcc-6b169616e1ca', 'E&O', 'Distributie', '1716', 'high', all, all, null, 3],
  ['K/EO/04', 'aa6dbb91-4089-40c4-8d21-7a42e24ad2fe', 'E&O', 'Financieel en administratief beheer', '1717', 'high', all, all, null, 2],
  ['K/EO/05', '0b11186e-692b-47b3-aa2b-ce9f9b376a9d', 'E&O', 'Ondernemen', '1709', 'high', all, all, null, 4],
  ['K/EO/06', 'd387b653-51b2-4d2d-9647-df7c6330513b', 'E&O', 'Webshop', '1710', 'high', all, all, 2020, 2],
  ['K/EO/07', '6870be57-b47e-46ac-9c05-3cb0b7529517', 'E&O', 'Presentatie en styling 3.0', '1718', 'medium', all, all, null, 2],
  ['K/EO/08', '41789f35-86f2-4deb-9a31-37d0036ad556', 'E&O', 'Mode en design', '1712', 'high', all, all, null, 2],
  ['K/EO/09', '182438a6-5a86-40f6-ae16-0ec097182a29', 'E&O', 'Modetechniek', '1719', 'high', kbGl, all, null, 2],
  ['K/EO/09', 'd0e87484-ed9d-4dd8-889a-5a78251692b2', 'E&O', 'Modetechniek', '1719', 'high', all, all, null, 2],
  ['K/EO/10', '0c9b4622-3d18-461e-95c1-48feba7a18a6', 'E&O', 'Wonen en design', '1721', 'high', all, all, null, 3],
  ['K/EO/10', 'e643d881-7724-458d-ad8c-0e08ec3524de', 'E&O', 'Wonen en design', '1721', 'high', all, all, null, 3],
  ['K/EO/11', '36040af1-82ba-44e9-9ad7-ec1bc02fefc8', 'E&O', 'Internationale handel', '1720', 'high', kbGl, all, null, 2],
  ['K/EO/11', 'ed842786-08c2-4bd6-bba3-d4ad46a8cc58', 'E&O', 'Internationale handel', '1720', 'high', kbGl, all, null, 2],
  // horeca, bakkerij en recreatie
  ['K/HBR/01', 'df7b6e22-71b0-41a5-9608-990d84df318a', 'HBR', 'Gastheerspecialisatie', '1817', 'high', all, all, null, 1],
  ['K/HBR/02', '66a07ffa-7c5c-49a2-94fe-161d250e2dc2', 'HBR', 'Brood- en banketspecialisatie', '1818', 'high', all, all, null, 2],
  ['K/HBR/03', '8feeada7-92b6-48d7-8359-3aa79aaf9324', 'HBR', 'Keukenspecialisatie', '1819', 'high', all, all, null, 2],
  ['K/HBR/04', 'e4c9ca69-ccb1-4f39-be42-273451fbdcf4', 'HBR', 'Evenementen', '1820', 'high', all, all, null, 2],
  ['K/HBR/05', '658e6920-b0f6-4aaa-95d1-74689f841b27', 'HBR', 'Patisserie', '1809', 'high', all, all, null, 2],
  ['K/HBR/06', '7894feb2-74ec-4738-8246-e0d409ac6bea', 'HBR', 'De bijzondere keuken', '1810', 'high', all, all, null, 2],
  ['K/HBR/07', '24769c77-4e28-4344-b588-19d70d8e581d', 'HBR', 'Traiteur', '1811', 'high', all, all, null, 2],
  ['K/HBR/08', '7020a2e6-af93-44ec-beaa-91dee3522a5e', 'HBR', 'Facilitaire dienstverlening, beheer en onderhoud', '1821', 'high', all, all, null, 2],
  ['K/HBR/09', 'a7e13596-a1df-4bb8-a204-d8ffa531fc9f', 'HBR', 'Siervakken', '1822', 'high', all, all, 2021, 2],
  // groen
  ['K/GR/01', 'd8978d84-4255-4bbe-8fab-2e6cac75d7ec', 'Groen', 'Het groene machinepark', '2005', 'high', all, all, null, 4],
  ['K/GR/02', 'e15e151c-c490-4c9e-8050-1795fa2b0b47', 'Groen', 'Tuinontwerp en -aanleg', '2006', 'high', all, all, null, 3],
  ['K/GR/03', 'a80d8918-34f5-4588-ab31-a597fc61c1b4', 'Groen', 'Werk in tuin en landschap', '2007', 'high', all, all, null, 4],
  ['K/GR/04', 'de2016c7-e10c-48dc-8e6a-343b277c1de0', 'Groen', 'Bloemwerk', '2008', 'high', all, all, null, 4],
  ['K/GR/05', '762a08b2-cceb-42d9-bc6d-10c79247b51e', 'Groen', 'Groene vormgeving en styling', '2009', 'high', all, all, null, 5],
  ['K/GR/06', 'cc6059c2-b22b-484b-bbe1-491e65744bd7', 'Groen', 'Groei voorbereiden', '2019', 'high', all, all, null, 3],
  ['K/GR/07', '095cf7a1-68d6-4b72-abd3-0eeccb84b3ce', 'Groen', 'Groei en oogst', '2011', 'high', all, all, null, 3],
  ['K/GR/08', '0920dfd6-ffe5-43db-8f19-8090d372cc8e', 'Groen', 'Het houden van dieren', '2012', 'high', all, all, null, 3],
  ['K/GR/09', 'd0c218ed-2649-40bd-8b5e-af850b64baa9', 'Groen', 'Gezonde dieren', '2013', 'high', all, all, null, 4],
  ['K/GR/10', '47d3d724-1116-4eaf-b604-2d06378e3600', 'Groen', 'Water', '2014', 'high', all, all, null, 3],
  ['K/GR/11', 'f9ecfa81-8708-4bc1-a826-893089d406ed', 'Groen', 'Voeding: hoe maak je het?', '2020', 'high', all, all, null, 4],
  ['K/GR/12', '95d29130-a495-4ac2-9b37-7c3b413ddb66', 'Groen', 'Groene zorg', '2016', 'high', all, all, null, 3],
  ['K/GR/13', '2ea5f32d-0c5b-40f5-aac9-08756549dd51', 'Groen', 'Natuurlijk groen', '2017', 'high', all, all, null, 5],
  ['K/GR/14', '43d649b5-fbb4-44f7-9271-998bba546221', 'Groen', 'Actief in de natuur', '2021', 'high', kbGl, all, null, 3],
  ['K/GR/15', '0ca562dc-c085-4780-afe8-5a857a9555ef', 'Groen', 'Visstandbeheer en sportvisserij', '2022', 'high', all, all, 2020, 4],
  ['K/GR/16', 'f6a13d0f-49d5-4bb5-a51f-7d48d274e894', 'Groen', 'Duurzame melkveehouderij', '2023', 'medium', all, all, 2022, 3],
  ['K/GR/17', 'c0fcb8e0-89c6-4a96-9f70-804d3384f7c1', 'Groen', 'Paard & Welzijn', '2025', 'medium', all, all, 2026, 4],
  // dienstverlening en producten
  ['K/DP/01', '274e8845-1619-46f6-a5e6-37dc9173570a', 'D&P', 'Digi-spel', '1911', 'medium', all, all, null, 3],
  ['K/DP/02', '06fabcdb-9c38-459c-8e5e-f8bf408fca5d', 'D&P', 'Robotica', '1906', 'high', all, all, null, 3],
  ['K/DP/03', '86fa863b-9eac-4c3f-b545-dcdaf6197d88', 'D&P', 'Werken aan natuur en milieu', '1912', 'high', all, all, null, 2],
  ['K/DP/04', 'e00059cf-49f0-468c-be25-637212e1950c', 'D&P', 'Voeding en beweging', '1913', 'high', all, all, null, 3],
  ['K/DP/05', '724c8197-a8dc-4fe2-aaad-9ccaf176de35', 'D&P', 'Podium', '1909', 'high', all, all, null, 4],
  ['K/DP/06', 'b5f25b30-60c3-4040-9b5a-2b6daacd56be', 'D&P', 'Geüniformeerde dienstverlening en veiligheid', '1910', 'high', all, all, null, 5],
  ['K/DP/07', '1c6736d1-ec8c-478c-b826-432640e1b459', 'D&P', 'Milieu, hergebruik en duurzaamheid', '1914', 'high', all, all, null, 3],
  ['K/DP/08', '139ff387-dce5-4673-8ac4-65d13293ec3b', 'D&P', 'Dans-, acteer- en zangactiviteiten', '1918', 'high', all, all, null, 6],
  ['K/DP/09', '9778d14a-ab01-4345-b2da-bf15b1e8ccc3', 'D&P', 'Talentvak acteren, zang en dans', '1917', 'high', all, all, null, 6],
  ['K/DP/10', '94a1f8fe-5111-4dda-b94a-ca18c1a291a2', 'D&P', 'Danstechniek', '1631', 'high', all, all, 2022, 4],
  ['K/DP/11', '25d24ea9-a2c0-462e-aba1-2e5a601bfb47', 'D&P', 'Acteren en zingen', '1630', 'high', all, all, 2022, 5],
  ['K/DP/12', 'a51952b4-0a84-4556-90bc-24aa8768bfbf', 'D&P', 'Kunstvak informatie, creatie en presentatie', null, null, bbKb, null, null, 3],
];

export const nationalElectives: readonly NationalElective[] = rows.map(
  ([
    sloPrefix,
    sloId,
    profile,
    title,
    officialCode,
    codeConfidence,
    leerwegen,
    registeredFor,
    fromExamYear,
    subtaskCount,
  ]) => ({
    ...{ sloId, sloPrefix, profile, title, officialCode, codeConfidence },
    ...{ leerwegen, registeredFor, fromExamYear, subtaskCount },
  }),
);

const byId = new Map(nationalElectives.map((elective) => [elective.sloId, elective]));

/** The facts of an elective by its SLO id. */
export function findNationalElective(sloId: string): NationalElective | undefined {
  return byId.get(sloId);
}
