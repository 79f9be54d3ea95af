pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../../qml"

// Every letter in the order of the alphabet, for a screen too narrow for the rows that people know: as many in a row
// as are wide enough for a finger.
KeyboardLayout {
    id: root

    required property string letters
    // What the way to the other page of letters says, where there is one.
    property string marks
    property bool shift: true
    readonly property int perRow: Theme.keysPerRow
    // The keys that are no letters; the space needs the width of two.
    readonly property int others: 4 + (root.shift ? 1 : 0) + (root.marks ? 1 : 0)
    readonly property int full: Math.floor(root.letters.length / root.perRow)
    readonly property int rest: root.letters.length % root.perRow
    readonly property bool together: root.rest + root.others <= root.perRow
    readonly property int rows: root.full + (root.together || root.rest === 0 ? 1 : 2)

    keyWeight: 100

    Binding {
        target: Theme
        property: "keyboardRows"
        value: root.rows
    }

    Repeater {
        model: root.full + (root.together || root.rest === 0 ? 0 : 1)

        KeyboardRow {
            id: row

            required property int index
            readonly property string own: root.letters.substr(row.index * root.perRow, root.perRow)

            Letters {
                letters: row.own
            }

            FillerKey {
                visible: row.own.length < root.perRow
                weight: 100 * (root.perRow - row.own.length)
                smallTextVisible: false
            }
        }
    }

    KeyboardRow {
        Letters {
            letters: root.together ? root.letters.slice(root.full * root.perRow) : ""
        }

        ShiftKey {
            visible: root.shift
            weight: 100
            smallTextVisible: false
        }

        SymbolModeKey {
            visible: root.marks !== ""
            weight: 100
            displayText: root.marks.split(" ")[0]
            smallTextVisible: false
        }

        SpaceKey {
            weight: 100 * (root.perRow - (root.together ? root.rest : 0) - root.others + 2)
            smallTextVisible: false
        }

        Key {
            text: Theme.prose ? "." : "-"
            weight: 100
            smallTextVisible: false
        }

        BackspaceKey {
            weight: 100
            smallTextVisible: false
        }
    }
}
