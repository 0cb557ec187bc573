"""The order in which WordprocessingML wants children (ECMA-376, part 1, transitional).

Word calls a file damaged when, say, `w:jc` comes before `w:spacing`; LibreOffice does not mind.
"""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr "
    "trPr tcPr tblStylePr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "sectPr": "headerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "numPr": "ilvl numId",
    "settings": "writeProtection view zoom removePersonalInformation mirrorMargins "
    "defaultTabStop characterSpacingControl footnotePr endnotePr compat docVars rsids mathPr "
    "themeFontLang clrSchemeMapping shapeDefaults decimalSymbol listSeparator",
}
REPEATED = {"style", "tr", "lvl", "num", "abstractNum", "lvlOverride", "headerReference"}


def misplaced(root: etree._Element) -> list[str]:
    """Every child that comes too late or that its parent does not know, as `parent/child`."""
    wrong: list[str] = []
    for parent in root.iter(f"{W}*"):
        order = ORDER.get(etree.QName(parent).localname, "").split()
        last = 0
        for child in parent if order else ():
            name = etree.QName(child).localname.replace("footerR", "headerR")
            place = order.index(name) if name in order else -1
            if place < last and not (name in REPEATED and place == last):
                wrong.append(f"{etree.QName(parent).localname}/{name}")
            last = max(last, place)
    return wrong
