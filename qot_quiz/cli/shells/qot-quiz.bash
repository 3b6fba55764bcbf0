# Completion of qot-quiz for bash, as `qot-quiz completion bash` prints it. Append it to
# ~/.bashrc, or keep it as ~/.local/share/bash-completion/completions/qot-quiz.
_qot_quiz() {
    local said line
    COMPREPLY=()
    # Where the program has nothing to say, the shell offers files, as `-o default` has it.
    said=$("${1/#"~"/"$HOME"}" __complete bash "${COMP_LINE:0:COMP_POINT}" "${COMP_WORDS[COMP_CWORD]}" \
        2>/dev/null </dev/null) || return 0
    compopt +o default +o bashdefault 2>/dev/null
    while IFS= read -r line; do
        [ -n "$line" ] && COMPREPLY+=("$line")
    done <<<"$said"
    return 0
}
complete -o nosort -o default -o bashdefault -F _qot_quiz qot-quiz 2>/dev/null ||
    complete -o default -F _qot_quiz qot-quiz
