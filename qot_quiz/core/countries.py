"""Countries, which people add to what lies in them: Paris, France."""

from __future__ import annotations

NAMES = (
    "afghanistan,albania,algeria,andorra,angola,argentina,armenia,australia,austria,azerbaijan,bahamas,bahrain,"
    "bangladesh,barbados,belarus,belgium,belize,benin,bhutan,bolivia,bosnia,bosnia and herzegovina,botswana,"
    "brazil,brunei,bulgaria,burkina faso,burma,burundi,cambodia,cameroon,canada,cape verde,"
    "central african republic,chad,chile,china,colombia,comoros,congo,costa rica,croatia,cuba,cyprus,"
    "czech republic,czechia,denmark,djibouti,dominica,dominican republic,east timor,ecuador,egypt,el salvador,"
    "england,equatorial guinea,eritrea,estonia,eswatini,ethiopia,fiji,finland,france,gabon,gambia,georgia,"
    "germany,ghana,great britain,greece,grenada,guatemala,guinea,guinea bissau,guyana,haiti,honduras,hungary,"
    "iceland,india,indonesia,iran,iraq,ireland,israel,italy,ivory coast,jamaica,japan,jordan,kazakhstan,kenya,"
    "kiribati,korea,kosovo,kuwait,kyrgyzstan,laos,latvia,lebanon,lesotho,liberia,libya,liechtenstein,lithuania,"
    "luxembourg,madagascar,malawi,malaysia,maldives,mali,malta,marshall islands,mauritania,mauritius,mexico,"
    "micronesia,moldova,monaco,mongolia,montenegro,morocco,mozambique,myanmar,namibia,nauru,nepal,netherlands,"
    "new zealand,nicaragua,niger,nigeria,north korea,north macedonia,norway,northern ireland,oman,pakistan,palau,"
    "palestine,panama,papua new guinea,paraguay,peru,philippines,poland,portugal,qatar,republic of korea,romania,"
    "russia,rwanda,saint lucia,samoa,san marino,saudi arabia,scotland,senegal,serbia,seychelles,sierra leone,"
    "singapore,slovakia,slovenia,solomon islands,somalia,south africa,south korea,south sudan,spain,sri lanka,"
    "sudan,suriname,sweden,switzerland,syria,taiwan,tajikistan,tanzania,thailand,togo,tonga,trinidad and tobago,"
    "tunisia,turkey,turkiye,turkmenistan,tuvalu,uganda,uk,ukraine,united arab emirates,united kingdom,"
    "united states,united states of america,uruguay,us,usa,uzbekistan,vanuatu,vatican city,venezuela,vietnam,"
    "wales,yemen,zambia,zimbabwe,한국,대한민국,남한,북한,독일,미국,영국,일본,중국,프랑스,이탈리아,"
    "스페인"
    "Whether words in lower case are the name of a country."
    ","
)
"""The members of the United Nations by their usual English names, a few by others and in Korean; lower case."""

COUNTRIES = frozenset(NAMES.rstrip(",").split(","))


def is_country(words: tuple[str, ...]) -> bool:
    """Whether words in lower case are the name of a country."""
    return " ".join(words) in COUNTRIES
