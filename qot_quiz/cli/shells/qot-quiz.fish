# Completion of qot-quiz for fish, as `qot-quiz completion fish` prints it. Keep it as
# ~/.config/fish/completions/qot-quiz.fish.
function __qot_quiz
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l whole (string unescape -- $typed 2>/dev/null)
    or set whole (string trim --left --chars "'\"" -- $typed)
    set -l program (string replace --regex '^~' $HOME -- $words[1])
    # Where the program has nothing to say, files are offered.
    $program __complete fish "=$whole" $words[2..-1] 2>/dev/null </dev/null
    or __fish_complete_path $typed
end
complete -c qot-quiz -f -k -a '(__qot_quiz)'
