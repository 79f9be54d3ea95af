pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

// The first start: a window of its own, for whoever sets the tablet up. Patients never see it.
Window {
    id: root

    required property EnrolModel model
    required property LanguageModel language
    required property real pixelsPerMm
    required property bool fullscreen

    // Whoever sets it up stands before it: on a small screen the text may be smaller than what patients are promised.
    readonly property real textSize: Math.min(Theme.textSize, Math.min(width, height) / 20)

    title: qsTr("Front Desk Kiosk")
    width: 1280
    height: 800
    color: Theme.paper
    flags: fullscreen ? Qt.Window | Qt.FramelessWindowHint : Qt.Window
    visibility: fullscreen ? Window.FullScreen : Window.Windowed
    LayoutMirroring.enabled: root.language.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "mm"
        value: Math.max(root.pixelsPerMm, Math.min(Math.max(root.width, root.height) / 218, Math.min(root.width, root.height) / 136))
    }

    Binding {
        target: Theme
        property: "family"
        value: root.language.fontFamily
    }

    Binding {
        target: Theme
        property: "capital"
        value: root.language.capitalHeight
    }

    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        columns: root.width > root.height ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.marginSmall

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: root.textSize / 2

            Item {
                Layout.fillHeight: true
            }

            Label {
                Layout.fillWidth: true
                objectName: "enrolHeading"
                text: root.model.revoked ? qsTr("The desk no longer lets this tablet in.") : qsTr("This tablet is new here.")
                font.pixelSize: 1.3 * root.textSize
                font.bold: true
                Accessible.role: Accessible.Heading
            }

            Label {
                objectName: "enrolWords"
                Layout.fillWidth: true
                font.pixelSize: root.textSize
                color: Theme.soft
                text: {
                    switch (root.model.state) {
                    case "code":
                        return qsTr("At the desk, open Tablets and let it in by this code, or scan the picture.");
                    case "found":
                        return qsTr("Which of these is your hub? Choose one only if you know its address.");
                    case "silent":
                        return root.model.hub === "" ? qsTr("No hub was found in this network. It is looked for again by itself.") : qsTr("The hub at %1 can’t be reached. It is tried again by itself.").arg(root.model.hub);
                    case "denied":
                        return qsTr("The desk did not let this tablet in.");
                    default:
                        return qsTr("One moment …");
                    }
                }
            }

            Repeater {
                model: root.model.found

                BigButton {
                    id: choice

                    required property string modelData
                    required property int index

                    objectName: "hubButton" + index
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.max(Theme.target, implicitWidth)
                    textSize: 0.8 * root.textSize
                    text: modelData
                    onClicked: root.model.choose(modelData)
                }
            }

            Label {
                objectName: "enrolUnsent"
                Layout.fillWidth: true
                visible: root.model.unsent > 0
                text: qsTr("What the desk has not heard of yet stays here, without names: %1").arg(root.model.unsent)
                font.pixelSize: 0.75 * root.textSize
                color: Theme.soft
            }

            Label {
                objectName: "enrolCode"
                Layout.fillWidth: true
                visible: root.model.code !== ""
                // Read one by one, and the same way round in every language.
                LayoutMirroring.enabled: false
                text: root.model.code
                font.pixelSize: 2 * root.textSize
                font.bold: true
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: root.textSize
                wrapMode: Text.NoWrap
            }

            Label {
                objectName: "enrolHub"
                Layout.fillWidth: true
                visible: root.model.code !== ""
                text: root.model.hub
                font.pixelSize: 0.75 * root.textSize
                color: Theme.soft
            }

            Label {
                Layout.fillWidth: true
                visible: root.model.fingerprint !== ""
                text: qsTr("The page must show this fingerprint too:")
                font.pixelSize: root.textSize
            }

            Label {
                objectName: "enrolFingerprint"
                Layout.fillWidth: true
                visible: root.model.fingerprint !== ""
                text: root.model.fingerprint.replace(/:/g, ":\u200b")
                font.pixelSize: 0.75 * root.textSize
                color: Theme.soft
            }

            BigButton {
                objectName: "askAgainButton"
                visible: root.model.state === "denied"
                primary: true
                text: qsTr("Ask again")
                onClicked: root.model.begin()
            }

            Item {
                Layout.fillHeight: true
            }
        }

        QrCard {
            objectName: "enrolQr"
            Layout.preferredWidth: Math.min(70 * Theme.mm, 0.55 * Math.min(root.width, root.height))
            Layout.preferredHeight: Layout.preferredWidth
            Layout.alignment: Qt.AlignCenter
            visible: root.model.link !== ""
            text: root.model.link
            name: qsTr("QR code: the page that lets this tablet in")
        }
    }
}
