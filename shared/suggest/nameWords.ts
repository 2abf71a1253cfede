/** Words that tell what an English name is the name of. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** The last (or, before "of", the first) word of an organisation's name. */
export const ORGANISATION_HEADS = words(
  `Ministry Department Agency Institute Council Committee Commission University College Office Bureau Service Services Forces Army Navy Force
   Guard Corps Party Court Bank Fund Foundation Association Organisation Organization Union Congress Senate Parliament Assembly Secretariat
   Administration Authority Board Center Centre Company Corporation Corp Inc Ltd Group Press News Agency Times Post Journal Police Directorate
   Command Academy School Society League Alliance Federation Conference Team Staff Embassy House Pentagon Cabinet Politburo Network Watch`,
);

/** The last word of a place's name. */
export const PLACE_HEADS = words(
  `Oblast Region Province County District City Sea Ocean Strait River Lake Gulf Bay Island Islands Peninsula Mountains Valley Port Airport Base
   Republic Kingdom Bluff Coast Strip Heights`,
);
/** The first word of a place's name, before "of" or alone. */
export const PLACE_LEADS = words('Strait Gulf Sea Republic City Port Lake Mount Cape Fort Isle Bay Kingdom Democratic');

/** Before a name, these say that it is a person's. */
export const TITLES = words(
  `President Minister Secretary General Gen Lt Maj Col Capt Adm Sgt Mr Mrs Ms Dr Prof Sir Lord Lady Ambassador Director Chairman Chairwoman
   Chairperson Chair Senator Sen Representative Rep Governor Gov King Queen Prince Princess Pope Leader Spokesperson Spokesman Spokeswoman
   Commander Chief Marshal Admiral Colonel Major Captain Lieutenant Judge Justice Premier Chancellor Commissioner Envoy Administrator Professor
   Analyst Researcher Then-President CEO CFO`,
);
/** The same in lower case, right before the name. */
export const TITLE_BEFORE =
  /(?:^|\s)(?:president|minister|leader|chancellor|ambassador|general|secretary|director|chairman|chairwoman|chairperson|spokes\w+|analyst|commander|senator|envoy|premier|governor|mayor|expert|researcher|journalist|officer|official|historian|professor|king|queen|judge)\s$/u;

/** Peoples and what belongs to them: no names, but part of one ("Estonian Defense Ministry"). */
export const DEMONYM =
  /^(?:\p{Lu}\p{L}+(?:ian|ean|ese|ish|ani)|American|German|French|Dutch|Greek|Swiss|Czech|Iraqi|Israeli|Pakistani|Saudi|Yemeni|Afghan|Thai|Arab|Turk|Uzbek|Kazakh|Slovak|Croat|Serb|Finn|Finnish|Welsh|Scots?|Filipino|Lebanese|Qatari|Emirati|Omani|Kuwaiti|Bahraini|Azeri|Kurd|Kurdish|Irish|Korean)s?$/u;

/** Capitalised words that begin no name. */
export const NO_NAME = words(
  `The A An This That These Those It Its He She They We I You His Her Their Our My There Here In On At By For From With Without Into Under Over
   Of To As If When While Where After Before Since Until Because Although Though However Moreover Furthermore Meanwhile Thus Therefore Also
   And Or But Nor So Yet Both Either Neither Each Every All Some Many Most Several Such Other Another One Two Three Four Five Six Seven Eight
   Nine Ten First Second Third Last Next Not Only Just More Less According Despite During Among Between Through Throughout Against
   About Above Below Beyond Within Along Across Around Like Unlike Given Due Note Notes Figure Table Page Section Chapter Annex Appendix Part
   Article Articles Title Background Introduction Summary Conclusion Assessment Overview Contents Source Sources Key What Who Why How Which
   Whether Would Could Should May Might Must Can Will Shall Is Are Was Were Be Been Has Have Had Do Does Did Let Please See Yes
   January February March April June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
   Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
   Acting Under Per Then Than Once Even Still Now Today Yesterday Tomorrow Later Earlier Recently Finally Instead Indeed Perhaps Currently Soon Elsewhere Overall Individuals Issues Previous Continued Rather Regarding Following
   Ladies Gentlemen Madam Excellencies Distinguished Delegates Member Category State-party States-parties Convention Report Original English`,
);
