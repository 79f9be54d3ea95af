import QtQuick
import QtQuick.Layouts
import ".."

// Buttons side by side, as many in a row as have room for their longest word.
GridLayout {
    id: root

    // How many stand in a row where there is room enough, and how wide that room is.
    property int most: 2
    required property real room
    readonly property real widest: {
        let least = Theme.target;
        for (const cell of root.children) {
            if (cell.visible && cell.least)
                least = Math.max(least, cell.least);
        }
        return least;
    }

    Layout.fillHeight: false
    columns: Math.max(1, Math.min(root.most, Math.floor((root.room + Theme.gap) / (root.widest + Theme.gap))))
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    uniformCellWidths: true
}
