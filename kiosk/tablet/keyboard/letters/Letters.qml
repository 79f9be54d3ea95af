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
        // A tone stands on a letter; alone it would hang in the air.
        displayText: /[\u0300-\u036f]/.test(modelData) ? "◌" + modelData : modelData
        // Qt's keys ask the row for both, and complain when a row of another width takes its place.
        weight: 100
        smallTextVisible: false
    }
}
