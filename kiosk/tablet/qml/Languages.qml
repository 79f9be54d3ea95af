pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

// All languages, in their own names and scripts. The first tap that finds its own closes the list.
Screen {
    id: root

    required property LanguageModel language

    first: back
    spacing: Theme.gap
    Keys.onEscapePressed: root.language.close()

    component BackButton: BigButton {
        objectName: "backButton"
        text: qsTr("‹ Back")
        Accessible.name: qsTr("Back")
        onClicked: root.language.close()
    }

    BackButton {
        id: back

        visible: !root.low
    }

    Cells {
        id: grid

        Layout.fillWidth: true
        Layout.fillHeight: true
        room: root.room
        most: root.portrait || !root.narrow ? 2 : 3
        uniformCellHeights: true

        // A row of its own would leave too little for eight languages.
        BackButton {
            Layout.fillWidth: true
            visible: root.low
        }

        Repeater {
            id: languages

            model: root.language.offered

            Chip {
                required property int index
                required property string code
                required property string name
                required property string fontFamily

                objectName: "choose-" + code
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.maximumHeight: 1.5 * Theme.target
                text: name
                family: fontFamily
                textSize: Theme.textSizeOfAny
                checked: code === root.language.current
                onClicked: root.language.choose(code)
                Keys.onUpPressed: event => event.accepted = root.go(languages.itemAt(index - grid.columns))
                Keys.onDownPressed: event => event.accepted = root.go(languages.itemAt(index + grid.columns))
            }
        }
    }
}
