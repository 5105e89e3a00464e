# The program's own words: what it says to the author. The key is the code of the message.
# Form: lower case, no full stop, no blame. First the thing, then what is expected, then what was found.
#   .label           stands beside the underlined words
#   .help            says what to write instead
#   .help-suggestion the same, when there is a suggestion

## Words that several messages use.

error = error
warning = warning
help = help
