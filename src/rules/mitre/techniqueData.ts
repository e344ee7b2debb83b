/**
 * Techniques of ATT&CK Enterprise 19.2 (August 2026), one line per tactic set: the tactics in Sentinel's spelling, then each
 * technique with its sub-techniques. `T1053:2,3,5-7` has the sub-techniques 002, 003 and 005 to 007; `?` marks techniques
 * newer than the tactics Sentinel offers, of which nothing is said. ATT&CK 19 split Defense Evasion into Stealth and Defense
 * Impairment; Sentinel still offers DefenseEvasion, so both are listed under it.
 */
export const techniqueData = `
  CommandAndControl T1001:1-3 T1008 T1071:1-5 T1090:1-4 T1092 T1095 T1102:1-3 T1104 T1105 T1132:1-2 T1219:1-3 T1568:1-3 T1571 T1572 T1573:1-2 T1665
  CommandAndControl,InitialAccess T1659
  CommandAndControl,DefenseEvasion,Persistence T1205:1-2
  CredentialAccess T1003:1-8 T1110:1-4 T1111 T1187 T1212 T1528 T1539 T1552:1-8 T1555:1-6 T1558:1-5 T1606:1-2 T1621 T1649
  CredentialAccess,Discovery T1040
  CredentialAccess,Collection T1056:1-4 T1557:1-4
  CredentialAccess,DefenseEvasion,Persistence T1556:1-9
  Collection T1005 T1025 T1039 T1074:1-2 T1113 T1114:1-3 T1115 T1119 T1123 T1125 T1185 T1213:1-6 T1530 T1560:1-3 T1602:1-2
  DefenseEvasion T1006 T1014 T1027:1-18 T1036:1-12 T1070:3-10 T1127:1-3 T1140 T1202 T1207 T1211 T1216:1-2 T1218:1-5,7-15 T1220 T1221 T1222:1-2 T1480:1-2 T1535 T1553:1-6 T1564:1-14 T1578:1-5 T1599:1 T1600:1-2 T1601:1-2 T1612 T1620 T1647 T1666 T1678 T1679 T1685:1-6 T1686:1-3 T1687 T1688 T1689 T1690
  DefenseEvasion,Discovery T1497:1-3 T1622
  DefenseEvasion,Execution T1610
  DefenseEvasion,LateralMovement T1550:1-4
  DefenseEvasion,Persistence T1112 T1197 T1542:1-5
  DefenseEvasion,PrivilegeEscalation T1055:1-5,8,9,11-15 T1134:1-5 T1484:1-2 T1548:1-6
  DefenseEvasion,Persistence,PrivilegeEscalation,InitialAccess T1078:1-4
  DefenseEvasion,Persistence,PrivilegeEscalation T1574:1,4-14
  Discovery T1007 T1010 T1012 T1016:1-2 T1018 T1033 T1046 T1049 T1057 T1069:1-3 T1082 T1083 T1087:1-4 T1120 T1124 T1135 T1201 T1217 T1482 T1518:1-2 T1526 T1538 T1580 T1613 T1614:1 T1615 T1619 T1652 T1654 T1673 T1680
  Execution T1047 T1059:1-13 T1106 T1129 T1203 T1204:1-5 T1559:1-3 T1569:1-3 T1609 T1648 T1651 T1674 T1675 T1677
  Execution,LateralMovement T1072
  Execution,Persistence,PrivilegeEscalation T1053:2,3,5-7
  Exfiltration T1011:1 T1020:1 T1029 T1030 T1041 T1048:1-3 T1052:1 T1537 T1567:1-4
  Impact T1485:1 T1486 T1489 T1490 T1491:1-2 T1495 T1496:1-4 T1498:1-2 T1499:1-4 T1529 T1531 T1561:1-2 T1565:1-3 T1657 T1667
  InitialAccess T1189 T1190 T1195:1-3 T1199 T1200 T1566:1-4 T1669
  InitialAccess,LateralMovement T1091
  InitialAccess,Persistence T1133
  LateralMovement T1021:1-8 T1080 T1210 T1534 T1563:1-2 T1570
  Persistence T1136:1-3 T1137:1-6 T1176:1-2 T1505:1-6 T1525 T1554 T1653 T1668 T1671
  Persistence,PrivilegeEscalation T1037:1-5 T1098:1-7 T1543:1-5 T1546:1-18 T1547:1-10,12-15
  PrivilegeEscalation T1068 T1611
  Reconnaissance T1589:1-3 T1590:1-6 T1591:1-4 T1592:1-4 T1593:1-3 T1594 T1595:1-3 T1596:1-5 T1597:1-2 T1598:1-4 T1681
  ResourceDevelopment T1583:1-8 T1584:1-8 T1585:1-3 T1586:1-3 T1587:1-4 T1588:1-7 T1608:1-6 T1650
  ? T1682 T1683:1-2 T1684:1-2
`;

/** Techniques that an ATT&CK release withdrew, and what stands for each since. */
export const withdrawnTechniques: Readonly<Record<string, string>> = {
  'T1070.001': 'T1685.005',
  'T1070.002': 'T1685.006',
  T1086: 'T1059.001',
  'T1547.011': 'T1647',
  T1562: 'T1685',
  'T1562.001': 'T1685',
  'T1562.002': 'T1685.001',
  'T1562.003': 'T1690',
  'T1562.004': 'T1686',
  'T1562.006': 'T1685',
  'T1562.007': 'T1686.001',
  'T1562.008': 'T1685.002',
  'T1562.009': 'T1688',
  'T1562.010': 'T1689',
  'T1562.011': 'T1685.003',
  'T1562.012': 'T1685.004',
  'T1562.013': 'T1686.002',
  T1656: 'T1684.001',
};
