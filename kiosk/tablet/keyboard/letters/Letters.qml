import QtQuick
import QtQuick.VirtualKeyboard.Components

// Keys in a row, one for each letter.
Repeater {
    id: root

    property string letters

    model: root.letters.split("")

    Key {
        required property string modelData

        text: modelData
    }
}
