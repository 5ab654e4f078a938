# What Jekyll knows of the documents of each site named on the command line, as JSON.
require "jekyll"
require "json"

Jekyll.logger.log_level = :error

def described(doc)
  {
    "url" => doc.url,
    # Jekyll takes the time of the build for the date of a post whose front matter it cannot read.
    "date" => doc.date == doc.site.time ? nil : doc.date.iso8601,
    "title" => doc.data["title"].to_s,
    "tags" => (doc.data["tags"] || []).map(&:to_s),
    "categories" => (doc.data["categories"] || []).map(&:to_s),
  }
end

sites = ARGV.to_h do |source|
  ENV["TZ"] = "UTC"
  # Dates are remembered by their texts, but each site has its time zone.
  Jekyll::Utils.instance_variable_set(:@parse_date_cache, nil)
  site = Jekyll::Site.new(Jekyll.configuration("source" => source, "destination" => "#{source}/../_site", "quiet" => true))
  site.read
  [File.basename(source), site.documents.to_h { |doc| [doc.relative_path, described(doc)] }]
rescue StandardError => e
  [File.basename(source), { "error" => e.message }]
end

puts JSON.generate(sites)
