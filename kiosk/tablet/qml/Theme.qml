pragma Singleton

import QtQuick

// Every size, colour and type of the tablet. Sizes are millimetres of the real screen times `mm`.
QtObject {
    // Device-independent pixels per millimetre; set once by Main.
    property real mm: 5.866

    // The keyboard's height as a share of the screen's width, how many keys of 15 mm stand beside each other, and in
    // how many rows its letters come: set by Main, Main, and the keyboard's layout.
    property real keyboardShare: 0.336
    property int keysPerRow: 12
    property int keyboardRows: 4
    // Whether sentences are written, and not a name. Set by Comment.
    property bool prose: false

    // What the patient chose: how much larger the text is, and whether it stands out more. Set by Main.
    property real textScale: 1
    property bool strong: false
    // Whether whoever is there uses keys or a switch. Set by Main.
    property bool byKeys: false
    // Little room for the text that there is: a small screen, or large text. Set by Main.
    property bool compact: false

    readonly property color paper: strong ? "#FFFFFF" : "#FBF6EC"
    readonly property color card: "#FFFFFF"
    readonly property color ink: strong ? "#000000" : "#14323A"
    readonly property color soft: strong ? "#000000" : "#47626A"
    readonly property color line: strong ? "#000000" : "#E5DAC6"
    readonly property color edge: strong ? "#000000" : "#8A7F6A"
    // The practice's own colour, and whether anything moves; set by Main.
    property color accent: "#0B6468"
    property bool motion: true

    readonly property color action: strong ? Qt.darker(accent, 2) : accent
    readonly property color actionPressed: Qt.darker(action, 1.35)
    readonly property color actionTint: Qt.rgba(1 - (1 - accent.r) * 0.12, 1 - (1 - accent.g) * 0.12, 1 - (1 - accent.b) * 0.12, 1)
    readonly property color actionInk: "#FFFFFF"
    readonly property color star: "#F5B83D"
    readonly property color starEdge: strong ? "#000000" : "#8C5A00"
    readonly property color starEmptyEdge: strong ? "#000000" : "#6B8080"
    readonly property color attention: "#A83A22"
    readonly property color attentionInk: strong ? "#4A0E00" : "#7C2413"
    readonly property color attentionTint: "#FCE8E1"
    readonly property color good: strong ? "#003D18" : "#22703F"
    readonly property color goodTint: "#E3F2E7"
    readonly property color keyboard: "#EADFCB"
    readonly property color keyboardKey: "#FFFFFF"
    readonly property color keyboardSpecial: "#D9CAB0"
    readonly property color veil: "#CC14323A"
    readonly property color focus: "#14323A"
    readonly property color dark: "#000000"

    readonly property color staffPaper: "#10272D"
    readonly property color staffCard: "#1D3B42"
    readonly property color staffKey: "#2A4C54"
    readonly property color staffInk: "#FFFFFF"
    readonly property color staffSoft: "#A9C2C6"

    readonly property color sunMorning: strong ? "#FFFFFF" : "#FFE7AE"
    readonly property color sunAfternoon: strong ? "#FFFFFF" : "#FFDFA0"
    readonly property color sunEvening: strong ? "#FFFFFF" : "#FAD3B5"

    readonly property real target: 20 * mm
    readonly property real gap: 3.2 * mm
    readonly property real margin: 8.2 * mm
    readonly property real marginSmall: 5 * mm
    readonly property real radius: 5.1 * mm
    readonly property real radiusLarge: 6.4 * mm
    readonly property real border: Math.max(1, 0.45 * mm)
    readonly property real borderThick: Math.max(2, 0.7 * mm)
    readonly property real focusRing: Math.max(3, 0.9 * mm)
    readonly property real icon: 11 * mm

    // The least that is promised for a capital letter is 4.8 mm.
    readonly property real textSize: Math.ceil(4.8 / capital * mm * textScale)
    // Where languages stand side by side, each in its own typeface, the size that suffices for all.
    readonly property real textSizeOfAny: Math.ceil(4.8 / 0.668 * mm * textScale)
    // Headings need not grow as the text does: they are large already.
    readonly property real leadSize: compact ? textSize : Math.max(8.2 * mm, textSize)
    readonly property real titleSize: compact ? 1.1 * textSize : Math.max(10.2 * mm, 1.1 * textSize)
    readonly property real displaySize: compact ? 1.2 * textSize : Math.max(15.6 * mm, 1.2 * textSize)
    readonly property real ticketSize: 32 * mm

    // The typeface of the language, and what a capital letter takes of its size; set by Main.
    property string family: "Atkinson Hyperlegible Next"
    property real capital: 0.668

    readonly property int staffPressMs: 3000
    readonly property int waveMs: 250
    readonly property int gentleMs: 220
    // Then the first picture stands, and what it does not need can be made.
    readonly property int startedMs: 1000
}
