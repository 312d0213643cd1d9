# Problems: of files, plans, theatres.
