pragma ComponentBehavior: Bound

import QtQuick
import ".."

// Stars to look at, not to tap.
Row {
    id: root

    property int count: 5
    property real size: Theme.icon

    spacing: 0.5 * Theme.mm
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("%n star(s)", "", root.count)

    Repeater {
        model: 5

        Star {
            required property int index

            width: root.size
            height: root.size
            filled: index < root.count
        }
    }
}
