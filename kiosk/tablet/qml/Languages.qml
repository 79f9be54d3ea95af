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
    Keys.onEscapePressed: root.language.close()

    component BackButton: BigButton {
        objectName: "backButton"
        text: qsTr("‹ Back")
        Accessible.name: qsTr("Back")
        onClicked: root.language.close()
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: root.side
        anchors.rightMargin: root.side
        anchors.topMargin: Theme.marginSmall
        anchors.bottomMargin: Theme.marginSmall
        spacing: Theme.gap

        BackButton {
            id: back

            visible: !root.low
        }

        GridLayout {
            id: grid

            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: root.portrait ? 2 : root.narrow ? 3 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true
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
}
