import QtQuick
import QtQuick.VirtualKeyboard.Components

// Below the letters: the way to letters with marks, the space, and what names have between letters.
KeyboardRow {
    id: root

    property string marks

    SymbolModeKey {
        weight: 150
        displayText: root.marks
    }

    SpaceKey {
        weight: 550
    }

    Key {
        weight: 150
        text: "-"
    }

    Key {
        weight: 150
        text: "’"
    }
}
