# Completion of qot-quiz for PowerShell, as `qot-quiz completion powershell` prints it. Keep it in the file that
# $PROFILE names.
Register-ArgumentCompleter -Native -CommandName 'qot-quiz', 'qot-quiz.exe' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    $program = $words[0]
    $before = @($words | Select-Object -Skip 1)
    $typed = $wordToComplete.TrimStart("'", '"')
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        # Older PowerShells drop an empty argument, hence the sign before what is typed.
        & $program __complete powershell "=$typed" @before 2>$null | ForEach-Object {
            $value, $text = $_ -split "`t", 2
            if (-not $text) { $text = $value }
            $inserted = $value
            if ($value -notmatch '^[\p{L}\p{N}_./+-]+$') { $inserted = "'" + ($value -replace "['‘’‚‛]", '$0$0') + "'" }
            [System.Management.Automation.CompletionResult]::new($inserted, $value, 'ParameterValue', $text)
        }
    }
    finally {
        [Console]::OutputEncoding = $encoding
    }
}
