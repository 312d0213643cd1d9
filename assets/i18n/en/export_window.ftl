# The export dialog.

export-what = What
export-kind-picture = Picture
export-kind-film = Film
export-kind-table = Table
export-kind-map-data = Map data
export-kind-sheet = Sheet
export-kind-pack = Briefing pack
export-kind-page = Web page
export-kind-slides = Slides

export-format = Format
export-format-png = PNG
export-format-svg = SVG (vectors)
export-format-mp4 = MP4 (H.264)
export-format-gif = GIF
export-format-apng = Animated PNG
export-format-frames = Series of PNGs (folder)
export-format-csv = CSV
export-format-geojson = GeoJSON
export-format-pdf = PDF
export-format-html = HTML (one file)
export-format-pptx = PPTX

export-table = Table
export-table-activities = Activities
export-table-movements = Movements
export-table-slips = Slips since the baseline
export-table-tasks = Tasks
export-table-mandate = Mandate covered
export-table-risks = Risks
export-table-funds = Funds

export-moment = Date
export-playhead = That of the playhead

export-days = Days
export-days-all = All of the plan
export-days-chapters = The chapters
export-days-loop = The playback loop
export-days-typed = From one date to another
export-days-from = From
export-days-until = to
export-pace = Pace
export-days-per-second = days a second
export-frames-per-second = frames a second
export-length = Length
export-length-is = { $seconds } s, { $frames-text } frames
export-length-files = { $seconds } s, { $frames-text } files
export-film-no-chapters = The plan has no chapters; choose days instead

export-view = Part of the map
export-view-shown = The present view
export-view-all = All of the theatre
export-track = Dates
export-lang = Language
export-lang-fr = French
export-lang-en = English
export-theme = Colours
export-theme-light = Light
export-theme-dark = Dark
export-theme-print = Print
export-problems = Problems
export-mark-problems = Mark the camps that have some

export-furniture = Furniture
export-furniture-title = Title
export-furniture-date = Date and totals
export-furniture-legend = Legend
export-furniture-scale = Scale
export-furniture-north = North
export-furniture-locator = Locator map
export-furniture-sources = Sources
export-furniture-marking = Marking

export-picture-size = Size
export-size-hd = 1280 × 720
export-size-full-hd = 1920 × 1080 (Full HD)
export-size-4k = 3840 × 2160 (4K)
export-size-a4 = A4 landscape, at 2×
export-size-window = That of the window, at 2×
export-size-other = Other
export-points = Points
export-width = Width in points
export-height = Height in points
export-scale = Pixels to the point
export-pixels = { $width-text } × { $height-text } pixels

export-folder-path = Path of the folder
export-paper = Paper
export-portrait = Portrait
