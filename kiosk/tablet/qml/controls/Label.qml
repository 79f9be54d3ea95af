import QtQuick
import ".."

// Text as the house writes it: plain, so that nothing that somebody typed is ever markup.
Text {
    id: root

    // What its longest word takes.
    readonly property real least: metrics.font ? root.text.split(/\s/).reduce((most, word) => Math.max(most, metrics.advanceWidth(word)), 0) : 0

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.textSize
    textFormat: Text.PlainText
    // The language of the screen decides, not the script of a name.
    horizontalAlignment: Text.AlignLeft
    wrapMode: Text.Wrap
    lineHeight: 0.92
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    FontMetrics {
        id: metrics

        font: root.font
    }
}
