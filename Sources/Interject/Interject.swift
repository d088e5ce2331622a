// What a program that embeds the library needs, under one name: sources, the engine and its runs,
// calls found in them, calls kept, and settings. Devices are a library of their own, `InterjectCapture`.
@_exported public import AudioFiles
@_exported public import Calls
@_exported public import Conversation
@_exported public import History
@_exported public import Listening
@_exported public import Live
@_exported public import Preferences
@_exported public import VoiceActivity
@_exported public import Words
