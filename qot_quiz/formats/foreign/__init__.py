"""What all readers of foreign questions share: how a file is read, how a text is tidied, what comes out."""
