pragma ComponentBehavior: Bound

import QtQuick
import ".."

// Stars to look at, not to tap.
Row {
    id: root

    property int count: 5
    property real size: Theme.icon
    // Whether the stars fill one after the other as the row comes.
    property bool wave: false
    property real lit: count

    spacing: 0.5 * Theme.mm
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("%n star(s)", "", root.count)

    NumberAnimation on lit {
        running: root.wave && root.visible && Theme.motion
        from: 0
        to: root.count
        duration: Theme.waveMs
    }

    Repeater {
        model: 5

        Star {
            required property int index

            width: root.size
            height: root.size
            filled: index < root.lit
        }
    }
}
