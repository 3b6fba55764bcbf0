#compdef qot-quiz
# Completion of qot-quiz for zsh, as `qot-quiz completion zsh` prints it. Append it to ~/.zshrc behind compinit,
# or keep it as _qot-quiz in a folder of $fpath.
_qot_quiz() {
    local said line
    local -a values shown
    # Where the program has nothing to say, files are offered.
    if ! said=$(${(Q)~words[1]} __complete zsh "=${(Q)PREFIX}" "${(@Q)words[2,CURRENT-1]}" 2>/dev/null </dev/null); then
        _files
        return
    fi
    for line in "${(@f)said}"; do
        [[ -n $line ]] || continue
        values+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  -- }")
    done
    (( $#values )) && compadd -l -V qot-quiz -d shown -a values
}
if [[ ${funcstack[1]} == _qot_quiz || ${funcstack[1]} == _qot-quiz ]]; then
    _qot_quiz "$@"
else
    compdef _qot_quiz qot-quiz
fi
